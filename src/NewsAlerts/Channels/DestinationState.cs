using NewsAlerts.Channels.Timing;

namespace NewsAlerts.Channels;

/// <summary>What waits for a destination, and who sends it. Every change is a new state, made from the latest one.</summary>
public sealed record DestinationState
{
    /// <summary>The destination's name.</summary>
    public required string Destination { get; init; }

    /// <summary>Alerts that no delivery has taken up yet, oldest first.</summary>
    public IReadOnlyList<PendingAlert> Pending { get; init; } = [];

    /// <summary>Deliveries that are decided, but not done.</summary>
    public IReadOnlyList<PlannedDelivery> Planned { get; init; } = [];

    /// <summary>When alerts were decided last to go as they come, UTC: those that follow within the group's time go together.</summary>
    public DateTimeOffset? GroupSince { get; init; }

    /// <summary>When the last messages were decided, oldest first, UTC: as many as an hour may have, where that is limited.</summary>
    public IReadOnlyList<DateTimeOffset> Sent { get; init; } = [];

    /// <summary>When something was tried last, UTC.</summary>
    public DateTimeOffset? LastSend { get; init; }

    /// <summary>When something is to be sent next, as of the last write: what a listing shows.</summary>
    public SendTime? Next { get; init; }

    /// <summary>The fingerprint of the timing that <see cref="Next"/> comes from.</summary>
    public string? Timing { get; init; }

    /// <summary>Who sends now; null where nobody does.</summary>
    public DestinationHold? Hold { get; init; }

    /// <summary>How many attempts in a row have failed.</summary>
    public int FailuresInRow { get; init; }

    /// <summary>Since when every attempt has failed, UTC; null where the last one did not, or nobody wrote it down.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Until when nothing is sent, since the destination fails or asked for it, UTC.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Why nothing is sent until the destination's address changes; null where it is well.</summary>
    public DisabledDestination? Disabled { get; init; }

    /// <summary>Why the last attempt failed, as a sentence for a person; null where it did not.</summary>
    public string? Problem { get; init; }

    /// <summary>When the delayed message that wakes the destination is due, UTC.</summary>
    public DateTimeOffset? WakeAt { get; init; }

    /// <summary>
    /// Adds alerts that are neither told nor taken up yet. An alert that already waits gets the further rules. One that was
    /// told meanwhile by another destination of the same subscriber waits no more.
    /// </summary>
    public DestinationState Merge(IEnumerable<PendingAlert> alerts, Func<string, bool> isTold)
    {
        var taken = Planned.SelectMany(delivery => delivery.Alerts).Select(alert => alert.Id).ToHashSet();
        var pending = Pending.Where(alert => !isTold(alert.Id)).ToList();
        var places = pending.Index().ToDictionary(entry => entry.Item.Id, entry => entry.Index);
        foreach (var alert in alerts.Where(alert => !taken.Contains(alert.Id) && !isTold(alert.Id)))
        {
            if (places.TryGetValue(alert.Id, out var place))
            {
                pending[place] = pending[place] with { Rules = [.. pending[place].Rules.Union(alert.Rules)] };
            }
            else
            {
                places[alert.Id] = pending.Count;
                pending.Add(alert);
            }
        }

        return this with { Pending = pending };
    }

    /// <summary>Plans a delivery that no alert waits for, unless it is planned already.</summary>
    public DestinationState Plan(PlannedDelivery delivery) =>
        Planned.Any(planned => planned.Id == delivery.Id) ? this : this with { Planned = [.. Planned, delivery] };

    /// <summary>Takes a delivery up again, at once: somebody asked for it, and knows better than any pause.</summary>
    public DestinationState Restore(PlannedDelivery delivery) => this with
    {
        Planned = [.. Planned.Where(planned => planned.Id != delivery.Id), delivery],
        PausedUntil = null,
        Disabled = null,
    };

    /// <summary>Lets everything that waits be tried at once: somebody has mended what was wrong.</summary>
    public DestinationState TryNow(DateTimeOffset now) => this with
    {
        Planned = [.. Planned.Select(delivery => delivery with { NotBefore = delivery.NotBefore < now ? delivery.NotBefore : now })],
        FailuresInRow = 0,
        FailingSince = null,
        PausedUntil = null,
        GroupSince = null,
        Disabled = null,
    };

    /// <summary>Moves the alerts of deliveries that are now decided from those that wait.</summary>
    /// <param name="deliveries">The deliveries.</param>
    /// <param name="areAll">Whether they tell everything that was due; the rest goes at once as well, and opens no group.</param>
    /// <param name="timing">The destination's timing.</param>
    /// <param name="now">The time, UTC.</param>
    public DestinationState Decide(
        IReadOnlyCollection<PlannedDelivery> deliveries, bool areAll, DeliveryTiming timing, DateTimeOffset now)
    {
        var planned = Planned.Concat(deliveries).ToList();
        var taken = planned.SelectMany(delivery => delivery.Alerts).Select(alert => alert.Id).ToHashSet();
        return this with
        {
            Planned = planned,
            Pending = [.. Pending.Where(alert => !taken.Contains(alert.Id))],
            GroupSince = areAll ? now : GroupSince,
            Sent = [.. Sent.Concat(Enumerable.Repeat(now, deliveries.Count)).TakeLast(timing.MostAnHour ?? 0)],
        };
    }

    /// <summary>
    /// The alerts that have waited longest, where what waits takes more than that many bytes: so many of them that three
    /// quarters of it are left. None where it does not.
    /// </summary>
    public IReadOnlyList<PendingAlert> Overflow(int mostBytes)
    {
        var bytes = Pending.Concat(Planned.SelectMany(delivery => delivery.Alerts)).Sum(alert => (long)alert.Bytes);
        if (bytes <= mostBytes)
        {
            return [];
        }

        var aside = new List<PendingAlert>();
        foreach (var alert in Pending.OrderBy(alert => alert.Came).TakeWhile(_ => bytes > mostBytes / 4 * 3))
        {
            aside.Add(alert);
            bytes -= alert.Bytes;
        }

        return aside;
    }

    /// <summary>
    /// Leaves out of the alerts that wait the rules that are muted, or wanted no more; an alert that is left with none is left
    /// out.
    /// </summary>
    public DestinationState WithoutRules(Func<string, string, bool> isLeftOut) => this with
    {
        Pending = [.. Pending
            .Select(alert => alert.Rules.Any(rule => isLeftOut(alert.Id, rule))
                ? alert with { Rules = [.. alert.Rules.Where(rule => !isLeftOut(alert.Id, rule))] }
                : alert)
            .Where(alert => alert.Rules.Count > 0)],
    };

    /// <summary>Leaves out alerts that wait.</summary>
    public DestinationState Without(IEnumerable<PendingAlert> alerts)
    {
        var ids = alerts.Select(alert => alert.Id).ToHashSet();
        return this with { Pending = [.. Pending.Where(alert => !ids.Contains(alert.Id))] };
    }

    /// <summary>Lets a disabled destination be tried again once it has another address.</summary>
    public DestinationState EnableIfMoved(Destination destination) =>
        Disabled is null || Disabled.Address == destination.Fingerprint() ? this : this with { Disabled = null };

    /// <summary>Whether somebody else sends now.</summary>
    public bool IsHeldByAnother(string message, DateTimeOffset now) =>
        Hold is not null && Hold.Until > now && Hold.Message != message;

    /// <summary>Held so while there is something to send now, held by nobody otherwise.</summary>
    public DestinationState HoldWhileDue(DestinationHold? hold, DeliveryTiming timing, DateTimeOffset now) =>
        this with { Hold = NextSend(timing, now)?.At <= now ? hold : null };

    /// <summary>Says in the document when something is due next, so that a listing tells it.</summary>
    public DestinationState Noted(DeliveryTiming timing, DateTimeOffset now) =>
        this with { Next = NextSend(timing, now), Timing = timing.Fingerprint() };

    /// <summary>When something is to be sent next; null where nothing waits or the destination is disabled.</summary>
    public SendTime? NextSend(DeliveryTiming timing, DateTimeOffset now) => SendClock.Next(this, timing, now);
}
