using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Commands.Run;
using NewsAlerts.Local.Demo.Sites;
using NewsAlerts.Local.Demo.View;
using NewsAlerts.Local.Running;
using NewsAlerts.Messages;
using NewsAlerts.Monitoring;
using NewsAlerts.Steps;
using Spectre.Console;

namespace NewsAlerts.Local.Demo;

/// <summary>The whole service on a configuration of its own, against news sites and a receiver in this process.</summary>
internal static class DemoRun
{
    /// <summary>Runs the demo: until the first round is done, or until it is told to stop.</summary>
    /// <param name="folder">The data folder: empty.</param>
    /// <param name="once">Whether to end after the first round.</param>
    /// <param name="console">Where to show it: live where it is a terminal, else in lines.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stopping">Ends the demo.</param>
    public static async Task<int> RunAsync(
        string folder, bool once, IAnsiConsole console, TimeProvider time, CancellationToken stopping)
    {
        var sites = StoryFile.Read();
        var newsroom = new Newsroom(sites, time);
        var key = RandomNumberGenerator.GetBytes(32);
        var receiver = new WebhookReceiver(key, time);
        await using var server = await DemoServer.StartAsync(newsroom, receiver, stopping);
        var configuration = DemoConfiguration.Write(folder, server.Address, $"whsec_{Convert.ToBase64String(key)}");
        var data = new DataFolder(folder, time);
        using var running = RunLock.Take(folder);
        var isLive = !once && console.Profile.Capabilities is { Interactive: true, Ansi: true };
        await using var services = LocalServices.Build(configuration, data, isLive ? LogLevel.None : LogLevel.Warning);
        var events = services.GetRequiredService<PipelineEvents>();
        var counts = new RunCounts(events);
        var watcher = new Watcher(events, configuration, sites);
        var arrivals = new Arrivals(events);
        var runner = services.GetRequiredService<Runner>();
        var summary = new DemoSummary(console, counts, receiver, data, time);
        if (!isLive)
        {
            _ = new RunLines(events, console, time);
            console.MarkupLineInterpolated($"{Counted.Of(sites.Count, "news site")} at {server.Address}, {Counted.Of(configuration.Rules.Count, "rule")}, {Counted.Of(configuration.Destinations.Count, "destination")}.");
        }

        if (once)
        {
            await runner.RunOnceAsync(stopping);
            var round = new FirstRound(counts, arrivals, receiver, data.Outbox);
            var mistakes = round.Mistakes(watcher.Scene, sites.Sum(site => site.Stories.Count)).ToList();
            summary.PrintRound(watcher.Scene, mistakes);
            return mistakes.Count == 0 ? ExitCode.Done : ExitCode.Failed;
        }

        var view = new LiveView(console, new Frame(data, counts, receiver, time), watcher, time);
        await Task.WhenAll(
            runner.RunAsync(stopping), newsroom.RunAsync(stopping), isLive ? view.RunAsync(stopping) : Task.CompletedTask);
        summary.PrintCounts(watcher.Scene);
        return ExitCode.Done;
    }
}
