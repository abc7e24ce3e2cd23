using System.CommandLine;
using System.Globalization;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Local.Running;
using NewsAlerts.Messages;
using NewsAlerts.Subscriptions.Suppressed;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Readers;

/// <summary><c>alerts suppressions</c>: which destinations of alerts.yaml their readers have unsubscribed.</summary>
internal static class SuppressionsCommand
{
    public static Command Create()
    {
        var json = CommonOptions.Json("an object for each address");
        var command = new Command("suppressions", "Show who has unsubscribed a destination of alerts.yaml; or lift that.") { json };
        var place = PlaceOptions.ForStorage(command);
        command.Subcommands.Add(Remove(place));
        command.SetAction(async (result, cancellationToken) =>
        {
            var output = result.InvocationConfiguration.Output;
            var all = await Open(place.ReadStorage(result)).ListAsync(cancellationToken)
                .OrderBy(suppression => suppression.Address, StringComparer.OrdinalIgnoreCase)
                .ToListAsync(cancellationToken);
            if (result.GetValue(json))
            {
                foreach (var suppression in all)
                {
                    await output.WriteLineAsync(JsonLines.Of(suppression));
                }
            }
            else
            {
                Print(all, new Lines(output));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Remove(PlaceOptions options) => RemoveCommand.Create(
        options,
        "Let emails reach an address again, since its reader wants them.",
        (place, address, cancellationToken) => Open(place).RemoveAsync(address, cancellationToken),
        nothing: "nobody has unsubscribed as",
        done: "is sent emails again from now on; 'alerts replay' sends one that was held back.");

    private static void Print(List<Suppression> all, Lines lines)
    {
        foreach (var suppression in all)
        {
            var ended = suppression.Destinations.Select(destination => string.Create(
                CultureInfo.InvariantCulture, $"'{destination.Name}' on {destination.At.UtcDateTime:d MMM yyyy}"));
            lines.WriteSentence(
                $"[bold]{Markup.Escape(CleanText.Of(suppression.Address))}[/]", CleanText.Of($"has unsubscribed {string.Join(", ", ended)}."));
        }

        if (all.Count == 0)
        {
            lines.Write("Nobody has unsubscribed a destination.");
        }
    }

    private static Suppressions Open(IStoragePlace place) => new(place.Documents, TimeProvider.System);
}
