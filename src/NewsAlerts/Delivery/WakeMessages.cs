using NewsAlerts.Steps;
using NewsAlerts.Storage;

namespace NewsAlerts.Delivery;

/// <summary>Splits the alerts for a destination into messages that fit a queue.</summary>
internal static class WakeMessages
{
    private const int RoomForOneAlert = 120;

    private const int RoomForBatch = 10;

    // The trace, since when the destination has been unknown, and that it was given up: on its way, a message may get all of them.
    private const int RoomForNotes = 240;

    /// <summary>The messages; an alert whose rules alone are too many for one is in several, each with some of them.</summary>
    public static IEnumerable<WakeDestination> Split(
        string destination, string? batch, IReadOnlyList<AlertReference> alerts)
    {
        var room = IMessageQueue.MaxBodyBytes - DeliveryMessages.Write(Message([])).Length - RoomForNotes - RoomForOneAlert;
        var part = new List<AlertReference>();
        var size = 0;
        foreach (var alert in alerts.SelectMany(alert => SplitRules(alert, room)))
        {
            var added = SizeOf(alert);
            if (part.Count > 0 && size + added > room)
            {
                yield return Message(part);
                (part, size) = ([], 0);
            }

            part.Add(alert);
            size += added;
        }

        if (part.Count > 0)
        {
            yield return Message(part);
        }

        WakeDestination Message(IReadOnlyList<AlertReference> references) =>
            new() { Destination = destination, Batch = batch, Alerts = references };
    }

    private static IEnumerable<AlertReference> SplitRules(AlertReference alert, int room)
    {
        var rules = new List<string>();
        var bare = SizeOf(alert with { Rules = [] });
        var size = bare;
        foreach (var rule in alert.Rules)
        {
            if (rules.Count > 0 && size + JsonSize.Of(rule) > room)
            {
                yield return alert with { Rules = rules };
                (rules, size) = ([], bare);
            }

            rules.Add(rule);
            size += JsonSize.Of(rule);
        }

        yield return alert with { Rules = rules };
    }

    private static int SizeOf(AlertReference alert) => RoomForOneAlert + (alert.Batch is { } batch ? JsonSize.Of(batch) + RoomForBatch : 0) + alert.Rules.Sum(JsonSize.Of);
}
