using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsAlerts.AzureStorage;
using NewsAlerts.Configuration;
using NewsAlerts.Local.Commands.Configuring;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Local.Commands.Status;
using NewsAlerts.Local.Running;
using NewsAlerts.Messages;
using NewsAlerts.Monitoring;
using NewsAlerts.Polling;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using NewsAlerts.Web;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Run;

/// <summary><c>alerts run</c>: runs the service in this process.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var once = new Option<bool>("--once") { Description = "Poll what is due, work until nothing is left to do now, and end." };
        var listen = ListenOption.Create();
        var command = new Command("run", "Watch the feeds, match new items, and tell the destinations.") { once, listen };
        command.Validators.Add(result =>
        {
            if (result.GetValue(once) && result.GetResult(listen) is not null)
            {
                result.AddError("--listen is for a run that goes on: leave out --once.");
            }
        });
        var options = PlaceOptions.ForStorage(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            // Ctrl-C is listened to only once this has returned: until then, it would end the process at once.
            await Task.Yield();
            var console = Terminal.Create(result.InvocationConfiguration.Output);
            var error = result.InvocationConfiguration.Error;
            var file = options.ReadConfiguration(result);
            if (!file.Result.IsRight)
            {
                new ConfigurationReport(error).Write(file);
                return ExitCode.WrongInput;
            }

            var place = options.ReadStorage(result);
            using var running = place.BeginRun(error.WriteLine);
            using var export = TelemetryExport.Start();
            await using var services = LocalServices.Build(file.Result.Configuration, place, LogLevel.Warning);
            place.Documents.Report = document => error.WriteLine(Damaged.Describe(document));
            var events = services.GetRequiredService<PipelineEvents>();
            var counts = new RunCounts(events);
            var lines = new RunLines(events, console, TimeProvider.System);
            var runner = services.GetRequiredService<Runner>();
            var current = services.GetRequiredService<CurrentConfiguration>();
            if (result.GetValue(once))
            {
                Announce(file.Result.Configuration, place, lines);
                await BeginAsync(lines, services, cancellationToken);
                await runner.RunOnceAsync(cancellationToken);
            }
            else
            {
                PageServer? server;
                try
                {
                    server = await ServeAsync(result.GetValue(listen), services, cancellationToken);
                }
                catch (ListenException e)
                {
                    await error.WriteLineAsync($"alerts: --listen: {e.Message}");
                    return ExitCode.WrongInput;
                }

                await using var serving = server;
                Announce(file.Result.Configuration, place, lines);
                AnnounceServer(server, file.Result.Configuration.Settings, lines);
                await BeginAsync(lines, services, cancellationToken);
                var watch = new ConfigurationWatch(file, current, lines, error, TimeProvider.System);
                var hourly = new HourlyLine(counts, lines, current, TimeProvider.System);
                await Together.RunAsync(cancellationToken, runner.RunAsync, watch.RunAsync, hourly.RunAsync);
            }

            await services.GetRequiredService<RunnerLog>().NoteEndAsync(CancellationToken.None);
            var exitCode = await SummarizeAsync(counts, lines.Failing(current.Snapshot.Configuration.Feeds), services, console);
            exitCode = place.Documents.Found.Count == 0 ? exitCode : ExitCode.PoisonLeft;
            SayOperations(place.Operations, console);
            return exitCode;
        });
        return command;
    }

    private static async Task BeginAsync(RunLines lines, IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            lines.Begin(await services.GetRequiredService<ReadFailingFeeds>().RunAsync(cancellationToken));
        }
        catch (IOException)
        {
            // The timer meets the same fault a moment later, reports it and tries again.
        }
        catch (OperationCanceledException)
        {
            // The run ends before it has begun.
        }
    }

    private static async Task<PageServer?> ServeAsync(Uri? listen, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (listen is null)
        {
            return null;
        }

        var server = await PageServer.StartAsync(
            listen, services.GetRequiredService<AnswerRequests>(), services.GetRequiredService<CurrentConfiguration>(), cancellationToken);
        services.GetRequiredService<PublicSite>().Open();
        return server;
    }

    private static void AnnounceServer(PageServer? server, Settings settings, RunLines lines)
    {
        var publicUrl = settings.PublicUrl;
        if (server is not null)
        {
            lines.Print(Markup.Escape($"Listening at {server.Address}{(publicUrl is null ? "; no hub is asked: the settings have no publicUrl" : "")}."));
        }
        else if (publicUrl is not null)
        {
            lines.Print("Nothing listens: no hub is asked to announce new items. '--listen' says where to.");
            if (settings.SigningKeys.Count > 0)
            {
                lines.Print(Markup.Escape($"Another process must serve {publicUrl}: emails have links to it."));
            }
        }
    }

    private static void Announce(AlertsConfiguration configuration, IStoragePlace place, RunLines lines)
    {
        lines.Print($"Watching: {Counts.Of(configuration)}.");
        if (configuration.Settings.Smtp is null && configuration.Destinations.Any(destination => destination.Type == "email"))
        {
            lines.Print(Markup.Escape($"No mail server is set: emails are written to {place.Outbox}."));
        }
    }

    private static async Task<int> SummarizeAsync(RunCounts counts, string failing, IServiceProvider services, IAnsiConsole console)
    {
        var queue = services.GetRequiredService<IMessageQueue>();
        var poison = services.GetRequiredService<PoisonMessages>();
        var (later, kept) = (0, 0);
        foreach (var name in Queues.All)
        {
            // A poll that is due later is no retry.
            later += name == Queues.Polls ? 0 : (await queue.CountAsync(name, CancellationToken.None)).Delayed;
            kept += await poison.CountAsync(name, CancellationToken.None);
        }

        if (counts.Feeds == 0)
        {
            await SayWhenAsync(services, console);
        }

        console.MarkupLineInterpolated(
            $"{counts.Totals}; {Counted.Of(later, "retry", "retries")} due later; {failing}.");
        if (kept == 0)
        {
            return ExitCode.Done;
        }

        console.MarkupLineInterpolated($"{Counted.Of(kept, "message")} given up: 'alerts status' says why, 'alerts replay' sends them back to work.");
        return ExitCode.PoisonLeft;
    }

    // They are what an account bills.
    private static void SayOperations(IReadOnlyDictionary<string, int> counts, IAnsiConsole console)
    {
        var asked = counts.Where(entry => entry.Key != StorageOperations.IdlePoll).ToList();
        if (asked.Count > 0)
        {
            var kinds = string.Join(", ", asked.Select(entry => $"{entry.Key} {entry.Value}"));
            var idle = Counted.Of(counts.GetValueOrDefault(StorageOperations.IdlePoll), StorageOperations.IdlePoll);
            console.MarkupLineInterpolated(
                $"{Counted.Of(asked.Sum(entry => entry.Value), "storage operation")}: {kinds}; apart from them, {idle}.");
        }
    }

    private static async Task SayWhenAsync(IServiceProvider services, IAnsiConsole console)
    {
        var status = await services.GetRequiredService<ReadStatus>().RunAsync(CancellationToken.None);
        if (status.Feeds.Min(feed => feed.NextPoll) is { } next)
        {
            console.MarkupLineInterpolated($"No feed was due; the next poll is due {Due.Of(next, TimeProvider.System.GetUtcNow())}.");
        }
    }
}
