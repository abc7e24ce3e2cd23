using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsAlerts.Channels;
using NewsAlerts.Delivery;
using NewsAlerts.Local.Commands.Configuring;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Local.Running;
using NewsAlerts.Messages;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Deliveries;

/// <summary><c>alerts test</c>: whether a destination takes an alert.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("destination") { Description = "The destination's name." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("test", "Send a sample alert to a destination, and show what it answers.") { name, json };
        var place = PlaceOptions.ForStorage(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            var file = place.ReadConfiguration(result);
            if (!file.Result.IsRight)
            {
                new ConfigurationReport(error).Write(file);
                return ExitCode.WrongInput;
            }

            var asked = result.GetRequiredValue(name);
            var known = file.Result.Configuration.Destinations;
            if (known.FirstOrDefault(destination => destination.Name == asked) is not { } destination)
            {
                DestinationNames.WriteUnknown("the configuration has no destination", asked, [.. known.Select(one => one.Name)], error);
                return ExitCode.WrongInput;
            }

            await using var services = LocalServices.Build(file.Result.Configuration, place.ReadStorage(result), LogLevel.Warning);
            var (answer, took) = await services.GetRequiredService<TestDestination>().RunAsync(destination, cancellationToken);
            if (result.GetValue(json))
            {
                await output.WriteLineAsync(JsonLines.Of(new
                {
                    Destination = destination.Name,
                    destination.Type,
                    answer.Outcome,
                    answer.Status,
                    answer.Reason,
                    Seconds = took.TotalSeconds,
                }));
            }
            else
            {
                Print(destination, answer, took, new Lines(output));
            }

            return answer.Outcome == DeliveryOutcome.Delivered ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    private static void Print(Destination destination, DeliveryResult answer, TimeSpan took, Lines lines)
    {
        var verdict = answer.Outcome == DeliveryOutcome.Delivered ? "[green]took the sample[/]" : "[red]did not take the sample[/]";
        var status = answer.Status is { } code ? $"answered {code}, and " : "";
        var seconds = took.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
        lines.WriteSentence(
            $"[bold]{Markup.Escape(CleanText.Of(destination.Name))}[/] ({destination.Type}) {verdict}:", $"{status}needed {seconds} s.");
        lines.WriteSentence("   ", CleanText.Of(answer.Reason));
    }
}
