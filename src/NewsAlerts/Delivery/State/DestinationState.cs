using System.Text.Json.Serialization;
using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Storage;

namespace NewsAlerts.Delivery.State;

/// <summary>What waits for a destination, and who sends it. Every change is a new state, made from the latest one.</summary>
public sealed record DestinationState
{
    /// <summary>For how long a message that is to wake a destination waits at the most.</summary>
    internal static readonly TimeSpan LongestWake = TimeSpan.FromDays(2);

    /// <summary>The destination's name.</summary>
    public required string Destination { get; init; }

    /// <summary>Alerts that no delivery has taken up yet, oldest first; where there are many, the first of them.</summary>
    public IReadOnlyList<PendingAlert> Pending { get; init; } = [];

    /// <summary>What waits behind <see cref="Pending"/>; null where that has always been little.</summary>
    public Backlog? Backlog { get; init; }

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

    /// <summary>What was dropped, since it had waited too long for a dead destination, after the last delivery; null where nothing was.</summary>
    public DroppedAlerts? Dropped { get; init; }

    /// <summary>When the delayed message that wakes the destination is due, UTC.</summary>
    public DateTimeOffset? WakeAt { get; init; }

    /// <summary>How many alerts no delivery has taken up yet.</summary>
    [JsonIgnore]
    public int Waiting => Pending.Count + (Backlog?.Count ?? 0);

    /// <summary>How many alerts wait, those of deliveries that are not done among them.</summary>
    [JsonIgnore]
    public int Undelivered => Waiting + Planned.Sum(delivery => delivery.Count);

    /// <summary>All pages that the state refers to, of its backlog and of deliveries that count them.</summary>
    internal IEnumerable<WaitingPage> AllPages => (Backlog?.Pages ?? []).Concat(Planned.SelectMany(delivery => delivery.Pages));

    /// <summary>Whether it fails, or is disabled.</summary>
    [JsonIgnore]
    public bool IsDead => Disabled is not null || Circuit.IsOpen(FailuresInRow);

    /// <summary>When the oldest of the alerts came that no delivery has taken up yet, UTC; null where none waits.</summary>
    internal DateTimeOffset? OldestCame =>
        Pending.Count > 0 ? Pending.Min(alert => alert.Came)
        : Backlog is { Pages: [var page, ..] } ? page.Oldest
        : Backlog is { Newest.Count: > 0 } ? Backlog.Newest.Min(alert => alert.Came) : null;

    /// <summary>
    /// Adds alerts that are neither told nor taken up yet. An alert that already waits gets the further rules. One that was
    /// told meanwhile by another destination of the same subscriber waits no more.
    /// </summary>
    public DestinationState Merge(IEnumerable<PendingAlert> alerts, Func<string, bool> isTold)
    {
        var taken = Planned.SelectMany(delivery => delivery.Alerts).Select(alert => alert.Id).ToHashSet();
        var head = Pending.Where(alert => !isTold(alert.Id)).ToList();
        var newest = Backlog?.Newest.Where(alert => !isTold(alert.Id)).ToList() ?? [];
        var places = Places(head).Concat(Places(newest)).ToDictionary(entry => entry.Id, entry => (entry.List, entry.Index));
        var end = Backlog is null or { Pages.Count: 0 } && newest.Count == 0 ? head : newest;
        foreach (var alert in alerts.Where(alert => !taken.Contains(alert.Id) && !isTold(alert.Id)))
        {
            if (places.TryGetValue(alert.Id, out var place))
            {
                var (list, index) = place;
                list[index] = list[index] with { Rules = [.. list[index].Rules.Union(alert.Rules)] };
            }
            else
            {
                places[alert.Id] = (end, end.Count);
                end.Add(alert);
            }
        }

        // What is too much for the head waits behind it.
        if (end == head && Backlog.CountWithin(head, Backlog.HeadBytes) is var fits && fits < head.Count)
        {
            newest = head[fits..];
            head.RemoveRange(fits, head.Count - fits);
        }

        return this with
        {
            Pending = head,
            Backlog = newest.Count > 0 || Backlog is not null ? (Backlog ?? new Backlog()) with { Newest = newest } : null,
        };

        static IEnumerable<(string Id, List<PendingAlert> List, int Index)> Places(List<PendingAlert> list) =>
            list.Index().Select(entry => (entry.Item.Id, list, entry.Index));
    }

    /// <summary>Plans a delivery that no alert waits for, unless it is planned already.</summary>
    public DestinationState Plan(PlannedDelivery delivery) =>
        Planned.Any(planned => planned.Id == delivery.Id) ? this : this with { Planned = [.. Planned, delivery] };

    /// <summary>Takes a delivery up again, at once: somebody asked for it, and knows better than any pause.</summary>
    public DestinationState Restore(PlannedDelivery delivery) => this with
    {
        Planned =
        [
            .. Planned.Where(planned => planned.Id != delivery.Id),
            delivery with { Pages = Planned.FirstOrDefault(planned => planned.Id == delivery.Id)?.Pages ?? [] },
        ],
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
        var counted = deliveries.SelectMany(delivery => delivery.Pages).ToHashSet();
        return this with
        {
            Planned = planned,
            Pending = [.. Pending.Where(alert => !taken.Contains(alert.Id))],
            Backlog = counted.Count == 0 || Backlog is null ? Backlog : Backlog with
            {
                Pages = [.. Backlog.Pages.Where(page => counted.All(its => its.Name != page.Name))],
            },
            GroupSince = areAll ? now : GroupSince,
            Sent = [.. Sent.Concat(Enumerable.Repeat(now, deliveries.Count)).TakeLast(timing.MostAnHour ?? 0)],
        };
    }

    /// <summary>
    /// Leaves out of the alerts that wait the rules that are muted, or wanted no more; an alert that is left with none is left
    /// out.
    /// </summary>
    public DestinationState WithoutRules(Func<string, string, bool> isLeftOut)
    {
        return this with
        {
            Pending = [.. PendingAlert.Without(Pending, isLeftOut)],
            Backlog = Backlog is null ? null : Backlog with { Newest = [.. PendingAlert.Without(Backlog.Newest, isLeftOut)] },
        };
    }

    /// <summary>Lets a disabled destination be tried again once it has another address.</summary>
    public DestinationState EnableIfMoved(Destination destination) =>
        Disabled is null || Disabled.Address == destination.Fingerprint() ? this : this with { Disabled = null };

    /// <summary>Whether somebody else sends now.</summary>
    public bool IsHeldByAnother(string message, DateTimeOffset now) =>
        Hold is not null && Hold.Message != message && Lease.Holds(Hold.Until, now);

    /// <summary>The state in which no time lies further ahead than it can have been set.</summary>
    internal DestinationState AsOf(DateTimeOffset now) => this with
    {
        Pending = PendingAlert.AsOf(Pending, now),
        Backlog = Backlog is null ? null : Backlog with
        {
            Pages = [.. Backlog.Pages.Select(page => page with
            {
                Oldest = page.Oldest.NotLaterThan(now, TimeSpan.Zero),
                Newest = page.Newest.NotLaterThan(now, TimeSpan.Zero),
            })],
            Newest = PendingAlert.AsOf(Backlog.Newest, now),
        },
        Planned = [.. Planned.Select(delivery => delivery with
        {
            NotBefore = delivery.NotBefore.NotLaterThan(now, RetrySchedule.LongestWait),
        })],
        GroupSince = GroupSince?.IsTooFar(now, TimeSpan.Zero) == true ? null : GroupSince,
        Sent = [.. Sent.Where(sent => !sent.IsTooFar(now, TimeSpan.Zero))],
        LastSend = LastSend?.IsTooFar(now, TimeSpan.Zero) == true ? null : LastSend,
        FailingSince = FailingSince.NotLaterThan(now, TimeSpan.Zero),
        PausedUntil = PausedUntil.NotLaterThan(now, RetrySchedule.LongestWait),
        WakeAt = WakeAt?.IsTooFar(now, LongestWake) == true ? null : WakeAt,
        Hold = Lease.Holds(Hold?.Until, now) ? Hold : null,
    };

    /// <summary>Held so while there is something to send now, held by nobody otherwise.</summary>
    public DestinationState HoldWhileDue(DestinationHold? hold, DeliveryTiming timing, DateTimeOffset now) =>
        this with { Hold = NextSend(timing, now)?.At <= now ? hold : null };

    /// <summary>Says in the document when something is due next, so that a listing tells it.</summary>
    public DestinationState Noted(DeliveryTiming timing, DateTimeOffset now) =>
        this with { Next = NextSend(timing, now), Timing = timing.Fingerprint() };

    /// <summary>When something is to be sent next; null where nothing waits or the destination is disabled.</summary>
    public SendTime? NextSend(DeliveryTiming timing, DateTimeOffset now) => SendClock.Next(this, timing, now);
}

/// <summary>Alerts that were dropped unsent.</summary>
/// <param name="Count">How many.</param>
/// <param name="Since">When the first of them were, UTC.</param>
public sealed record DroppedAlerts(int Count, DateTimeOffset Since);
