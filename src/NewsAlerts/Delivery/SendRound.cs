using Microsoft.Extensions.Logging;
using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery.State;
using NewsAlerts.Messages;
using NewsAlerts.Steps;
using NewsAlerts.Storage;

namespace NewsAlerts.Delivery;

/// <summary>
/// One round of sending, by whoever holds the destination: decides deliveries and writes them down, sends them, writes
/// each answer to the ledger, and brings the destination's state up to date. A crash at any point leaves the deliveries
/// decided; the next holder asks the ledger which of them are done.
/// </summary>
internal sealed partial class SendRound(
    CurrentConfiguration configuration,
    DestinationStates states,
    TakeWaiting take,
    PlanDeliveries plan,
    ComposeAlerts compose,
    TryDelivery tryDelivery,
    DeliveryLedger ledger,
    PoisonMessages poison,
    IEnumerable<IChannel> channels,
    DeliveryEvents events,
    TimeProvider time,
    ILogger<SendRound> logger)
{
    private const int MaxDeliveries = 64;
    private const int Little = 50;

    private static readonly TimeSpan RoundTime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    // Nothing is begun that the lease may not last for, where it cannot be renewed: another one may begin it then.
    private static readonly TimeSpan TimeToSend = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(channel => channel.Type);

    /// <summary>
    /// Runs a round. Returns the state after it, still held where there is more to send now; null where the hold was
    /// lost to somebody else, who goes on.
    /// </summary>
    /// <param name="destination">The destination.</param>
    /// <param name="held">Its state, held.</param>
    /// <param name="fresh">What was decided when it was taken; where nothing was, what waits is planned now.</param>
    /// <param name="lease">The lease on it.</param>
    /// <param name="cancellationToken">Ends the round; what is decided stays so.</param>
    public async Task<Versioned<DestinationState>?> RunAsync(
        Destination destination,
        Versioned<DestinationState> held,
        IReadOnlyList<FreshDelivery> fresh,
        KeptLease lease,
        CancellationToken cancellationToken)
    {
        var channel = _channels[destination.Type];
        var state = held.Value;
        var token = state.Hold?.Token;

        if (fresh.Count == 0)
        {
            (var decided, fresh) = await DecideAsync(destination, held, token, cancellationToken);
            if (decided is null)
            {
                return null;
            }

            (held, state) = (decided, decided.Value);
        }

        var alerts = fresh.ToDictionary(entry => entry.Delivery.Id, entry => entry.Alerts);
        var results = new RoundResults(state, destination);
        var ends = time.GetUtcNow() + RoundTime;
        foreach (var delivery in results.Due(time.GetUtcNow()))
        {
            if (results.MustStop || !await KeepPaceAsync(results, cancellationToken)
                || time.GetUtcNow() >= ends || !lease.HoldsFor(TimeToSend))
            {
                break;
            }

            var record = await SendAsync(destination, delivery, alerts.GetValueOrDefault(delivery.Id), results, cancellationToken);
            if (record.Status == DeliveryStatus.Poisoned)
            {
                await GiveUpAsync(record, cancellationToken);
            }
        }

        await AddToldAsync(destination, results, cancellationToken);
        var at = time.GetUtcNow();
        var released = await UpdateAsync(held, token, current => Release(destination, results.ApplyTo(current)), cancellationToken);
        if (released is not null)
        {
            lease.Renewed(at);
            await states.Pages.DeleteAsync(results.DonePages.Select(page => page.Name), cancellationToken);
        }

        return released;
    }

    /// <summary>
    /// Takes a destination, and decides in the same write what goes now, if little waits: a write is what a single alert
    /// waits for most. Whoever finds that others have written meanwhile plans anew, so that much is planned when it is held.
    /// </summary>
    public async Task<(DestinationState State, IReadOnlyList<FreshDelivery> Fresh)> TakeAsync(
        Destination destination, DestinationState state, DestinationHold hold, CancellationToken cancellationToken)
    {
        state = state.HoldWhileDue(hold, destination.Timing, time.GetUtcNow());
        if (state.Hold != hold || state.Pending.Count > Little || state.Backlog is { IsEmpty: false })
        {
            return (state, []);
        }

        var waiting = new WaitingNow(state);
        var fresh = await PlanAsync(destination, waiting, cancellationToken);
        return (fresh.Count == 0 ? state : Decide(destination, state, fresh), fresh);
    }

    // What was planned stands in the state before anything of it is sent. A page is deleted once no state refers to it.
    private async Task<(Versioned<DestinationState>? Decided, IReadOnlyList<FreshDelivery> Fresh)> DecideAsync(
        Destination destination, Versioned<DestinationState> held, string? token, CancellationToken cancellationToken)
    {
        if (CountToPlan(destination, held.Value) == 0)
        {
            return (held, []);
        }

        var waiting = await take.RunAsync(destination, _channels[destination.Type], held.Value, cancellationToken);
        var planned = await PlanAsync(destination, waiting, cancellationToken);
        if (planned.Count == 0 && waiting.Taken.Count == 0)
        {
            return (held, []);
        }

        IReadOnlyList<FreshDelivery> fresh = [];
        var decided = await UpdateAsync(
            held,
            token,
            current =>
            {
                var next = waiting.ApplyTo(current);
                fresh = next is null ? [] : planned;
                return next is null ? Renewed(current) : Decide(destination, next, planned);
            },
            cancellationToken);
        if (decided is not null)
        {
            await states.Pages.DeleteAsync(
                waiting.Taken.Select(page => page.Name).Except(decided.Value.AllPages.Select(page => page.Name)), cancellationToken);
            if (waiting.Taken.Count > 0 && !decided.Value.AllPages.Any())
            {
                await states.Pages.TidyAsync(destination.Name, stop => states.ReadAsync(destination.Name, stop), cancellationToken);
            }
        }

        return (decided, fresh);
    }

    // What a digest counts on pages is done with when it is: these alerts are not sent later, either.
    private async Task AddToldAsync(Destination destination, RoundResults results, CancellationToken cancellationToken)
    {
        var told = results.Told.ToHashSet();
        foreach (var page in results.DonePages)
        {
            var alerts = await states.Pages.ReadAsync(page, cancellationToken);
            told.UnionWith(PendingAlert.Without(alerts, (_, rule) => page.Muted.Contains(rule)).Select(alert => alert.Id));
        }

        if (told.Count > 0)
        {
            var keep = configuration.Snapshot.Configuration.Settings.Keep;
            await states.AddToldAsync(destination.Name, told, time.GetUtcNow(), keep, cancellationToken);
        }
    }

    // What is to be tried later takes no place of what can be sent now. While the circuit is open, one delivery is tried:
    // more alerts fit the next one.
    private int CountToPlan(Destination destination, DestinationState state)
    {
        var now = time.GetUtcNow();
        var most = Circuit.IsOpen(state.FailuresInRow) ? 1 : MaxDeliveries;
        var count = Math.Min(
            most - new RoundResults(state, destination).Due(now).Count(), SendClock.Room(state, destination.Timing, now));
        return SendClock.IsDue(state, destination.Timing, now) ? Math.Max(0, count) : 0;
    }

    private async Task<IReadOnlyList<FreshDelivery>> PlanAsync(
        Destination destination, WaitingNow waiting, CancellationToken cancellationToken) =>
        CountToPlan(destination, waiting.State) is > 0 and var count
            ? await plan.RunAsync(destination, _channels[destination.Type], waiting, count, cancellationToken)
            : [];

    private DestinationState Decide(Destination destination, DestinationState state, IReadOnlyList<FreshDelivery> fresh)
    {
        var deliveries = fresh.Select(entry => entry.Delivery).ToList();
        var areAll = deliveries.Sum(delivery => delivery.Alerts.Count + delivery.Pages.Sum(page => page.Count)) >= state.Waiting;
        return Renewed(state.Decide(deliveries, areAll, destination.Timing, time.GetUtcNow()));
    }

    // It is written anyway, and planning may have taken a part of the hold.
    private DestinationState Renewed(DestinationState state) =>
        state with { Hold = state.Hold is { } hold ? hold with { Until = time.GetUtcNow() + Lease.Time } : null };

    // Returns false where the next delivery has to wait so long that others had better work meanwhile.
    private async Task<bool> KeepPaceAsync(RoundResults results, CancellationToken cancellationToken)
    {
        var wait = results.PacedUntil - time.GetUtcNow();
        if (wait > TimeSpan.Zero && wait <= LongestWait)
        {
            await Task.Delay(wait.Value, time, cancellationToken);
        }

        return !(wait > LongestWait);
    }

    private async Task<DeliveryRecord> SendAsync(
        Destination destination,
        PlannedDelivery delivery,
        IReadOnlyList<Alert>? alerts,
        RoundResults results,
        CancellationToken cancellationToken)
    {
        DeliveryRecord? before = null;
        if (alerts is null)
        {
            before = await ledger.ReadAsync(destination.Name, delivery.Planned, delivery.Id, cancellationToken);
            var isDone = before?.Status switch
            {
                DeliveryStatus.Delivered => before.Attempts.Count != delivery.ReplayedAfter,
                DeliveryStatus.Poisoned or DeliveryStatus.Suppressed => !delivery.Replayed,
                _ => false,
            };
            if (before is not null && isDone)
            {
                await SeenToAsync(delivery, before, cancellationToken);
                results.AlreadyDone(delivery);
                return before;
            }

            alerts = await compose.RunAsync(destination, delivery.Shown, cancellationToken);
        }

        using var activity = Tracing.StartDelivery(destination.Type, delivery.Alerts.Select(alert => alert.Trace));
        var at = time.GetUtcNow();
        var result = await tryDelivery.RunAsync(destination, _channels[destination.Type], delivery, alerts, cancellationToken);
        Tracing.Tell(activity, result);
        Log.Sent(logger, delivery.Id, destination.Name, result.Outcome, result.Status);
        var attempt = new DeliveryAttempt(at, result.Outcome, result.Status, result.Reason);
        var record = DeliveryRecord.Of(destination.Name, delivery, before, attempt, results.Add(delivery, result, at));

        // The receiver has answered: what it said is written down even if the process is asked to end just now.
        await ledger.WriteAsync(record, CancellationToken.None);
        await SeenToAsync(delivery, record, cancellationToken);
        events.Tried(record, alerts);
        return record;
    }

    // What was given up, and sent once more, is poison no longer once it is done.
    private Task SeenToAsync(PlannedDelivery delivery, DeliveryRecord record, CancellationToken cancellationToken) =>
        delivery.Replayed && record.Status is (DeliveryStatus.Delivered or DeliveryStatus.Suppressed)
            ? poison.ForgetAsync(Queues.Alerts, record.Id, cancellationToken)
            : Task.CompletedTask;

    private Task GiveUpAsync(DeliveryRecord record, CancellationToken cancellationToken)
    {
        var attempts = record.Attempts.Count == 1 ? "1 attempt" : $"{record.Attempts.Count} attempts";
        var reason = $"not delivered to '{record.Destination}' in {attempts}: {record.Attempts[^1].Reason}";
        var replay = new WakeDestination
        {
            Destination = record.Destination,
            Replay = new DeliveryReference(record.Id, record.Planned),
        };
        return poison.KeepAsync(Queues.Alerts, record.Id, DeliveryMessages.Write(replay), reason, cancellationToken, record.Notice?.Type);
    }

    private DestinationState Release(Destination destination, DestinationState state)
    {
        var now = time.GetUtcNow();
        return state.HoldWhileDue(Renewed(state).Hold, destination.Timing, now).Noted(destination.Timing, now);
    }

    private Task<Versioned<DestinationState>?> UpdateAsync(
        Versioned<DestinationState> held, string? token, Func<DestinationState, DestinationState> change, CancellationToken cancellationToken) =>
        states.UpdateAsync(
            held, current => current.Hold?.Token == token ? change(current) : null, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(300, LogLevel.Information, "Delivery {Delivery} to {Destination}: {Outcome} {Status}")]
        public static partial void Sent(ILogger logger, string delivery, string destination, DeliveryOutcome outcome, int? status);
    }
}
