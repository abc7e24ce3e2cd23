using System.CommandLine;
using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Local.Commands.Configuring;
using NewsAlerts.Storage;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Local.Commands.Deliveries;

/// <summary><c>alerts deliveries</c>: what was sent, and what the receivers answered.</summary>
internal static class DeliveriesCommand
{
    private const int MostShown = 100_000;

    public static Command Create()
    {
        var destination = new Option<string?>("--destination") { Description = "Only those to this one.", HelpName = "name" };
        var failed = new Option<bool>("--failed") { Description = "Only those that were not delivered, or not yet." };
        var since = CommonOptions.Since("7d");
        var limit = new Option<int>("--limit") { Description = "How many to show.", HelpName = "count", DefaultValueFactory = _ => 50 };
        limit.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is < 1 or > MostShown)
            {
                result.AddError($"--limit: from 1 to {MostShown} can be shown.");
            }
        });
        var json = CommonOptions.Json("an object for each delivery");
        var command = new Command("deliveries", "Show what was sent, the latest first, and what the receivers answered.")
        {
            destination,
            failed,
            since,
            limit,
            json,
        };
        var options = PlaceOptions.ForStorage(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var output = result.InvocationConfiguration.Output;
            var (name, isFailed, most) = (result.GetValue(destination), result.GetValue(failed), result.GetValue(limit));
            var span = DurationText.Parse(result.GetRequiredValue(since)) ?? default;
            var deliveries = new DeliverySearch(options.ReadStorage(result).Documents);
            var found = await deliveries
                .NewestAsync(
                    TimeProvider.System.GetUtcNow() - span,
                    (told, status) => (name is null || told == name) && !(isFailed && status == DeliveryStatus.Delivered),
                    cancellationToken)
                .Take(most + 1)
                .ToListAsync(cancellationToken);
            if (found.Count == 0 && name is not null)
            {
                var known = await KnownAsync(options.ReadConfiguration(result), deliveries, cancellationToken);
                if (!known.Contains(name))
                {
                    DestinationNames.WriteUnknown("there is no destination", name, [.. known.Where(one => !SubscriberName.IsOne(one)).Order(StringComparer.Ordinal)], result.InvocationConfiguration.Error);
                    return ExitCode.WrongInput;
                }
            }

            if (result.GetValue(json))
            {
                await DeliveriesJson.PrintAsync(found.Take(most), output);
            }
            else
            {
                new DeliveriesReport(output).Print(found, most);
            }

            return ExitCode.Done;
        });
        return command;
    }

    // One that the configuration has no longer may still have deliveries.
    private static async Task<HashSet<string>> KnownAsync(
        ConfigurationFile file, DeliverySearch deliveries, CancellationToken cancellationToken)
    {
        var known = file.Result.Configuration?.Destinations.Select(destination => destination.Name).ToHashSet() ?? [];
        await deliveries.NewestAsync(DateTimeOffset.MinValue, (sentTo, _) => known.Add(sentTo) && false, cancellationToken).CountAsync(cancellationToken);
        return known;
    }
}
