using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsAlerts.Configuration;
using NewsAlerts.Local.Commands.Configuring;
using NewsAlerts.Local.Running;
using NewsAlerts.Monitoring;

namespace NewsAlerts.Local.Commands.Status;

/// <summary>
/// <c>alerts status</c>: shows whether a runner is at work, what is wrong, and how feeds and deliveries are; where alerts.yaml cannot
/// be used, its mistakes and what is stored.
/// </summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var json = CommonOptions.Json("an object for each feed, queue, destination mistake and incident, and for those who subscribe");
        var problems = new Option<bool>("--problems") { Description = "Show everything that is wrong, and nothing else." };
        var feed = new Option<string?>("--feed") { Description = "Show the feeds with this in their name or address.", HelpName = "text" };
        var command = new Command("status", "Show whether a runner is at work, what is wrong, and how feeds and deliveries are.")
        {
            json,
            problems,
            feed,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(feed) is not null && (result.GetResult(problems) is not null || result.GetResult(json) is not null))
            {
                result.AddError("--feed shows feeds, with what is wrong with them: leave out --problems and --json.");
            }
        });
        var options = PlaceOptions.ForStorage(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var output = result.InvocationConfiguration.Output;
            var file = options.ReadConfiguration(result);
            var configuration = file.Result.Configuration;
            var place = options.ReadStorage(result);
            await using var services = LocalServices.Build(configuration ?? new AlertsConfiguration(), place, LogLevel.Warning);
            var read = services.GetRequiredService<ReadStatus>();
            var status = configuration is null ? await read.RunStoredAsync(cancellationToken) : await read.RunAsync(cancellationToken);
            if (result.GetValue(json))
            {
                MistakesJson.Print(file.Result.Mistakes, "error", output);
                await StatusJson.PrintAsync(status, place.IsRunning, output);
            }
            else
            {
                var tables = new StatusTables(output, TimeProvider.System.GetUtcNow());
                tables.PrintRunner(status, place.IsRunning);
                new ConfigurationReport(output).WriteRefused(file);
                if (result.GetValue(feed) is { } text)
                {
                    var found = status.Feeds.Where(one => Holds(one.Name, text) || Holds(one.Url, text)).ToList();
                    if (found.Count == 0)
                    {
                        await result.InvocationConfiguration.Error.WriteLineAsync($"alerts: no feed has \"{text}\" in its name or address.");
                        return ExitCode.WrongInput;
                    }

                    tables.PrintFeeds(status, found);
                }
                else if (result.GetValue(problems))
                {
                    tables.PrintProblems(status);
                }
                else
                {
                    tables.Print(status);
                }
            }

            return configuration is null ? ExitCode.WrongInput : ExitCode.Done;
        });
        return command;
    }

    private static bool Holds(string shown, string text) => shown.Contains(text, StringComparison.OrdinalIgnoreCase);
}
