using Microsoft.Extensions.Logging;
using NewsAlerts.Alerts;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Configuration;
using NewsAlerts.Storage;

namespace NewsAlerts.Pipeline;

/// <summary>
/// One round of sending, by whoever holds the destination: decides deliveries and writes them down, sends them, writes
/// each answer to the ledger, and brings the destination's state up to date. A crash at any point leaves the deliveries
/// decided; the next holder asks the ledger which of them are done.
/// </summary>
internal sealed partial class SendRound(
    CurrentConfiguration configuration,
    DestinationStates states,
    PlanDeliveries plan,
    ComposeAlerts compose,
    TryDelivery tryDelivery,
    DeliveryLedger ledger,
    PoisonMessages poison,
    IEnumerable<IChannel> channels,
    PipelineEvents events,
    TimeProvider time,
    ILogger<SendRound> logger)
{
    /// <summary>How long a hold lasts, unless it is renewed.</summary>
    public static readonly TimeSpan HoldTime = TimeSpan.FromMinutes(5);

    private const int MaxDeliveries = 64;
    private const int Little = 50;

    private static readonly TimeSpan RoundTime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(channel => channel.Type);

    /// <summary>
    /// Runs a round. Returns the state after it, still held where there is more to send now; null where the hold was
    /// lost to somebody else, who goes on.
    /// </summary>
    /// <param name="destination">The destination.</param>
    /// <param name="held">Its state, held.</param>
    /// <param name="fresh">What was decided when it was taken; where nothing was, what waits is planned now.</param>
    /// <param name="cancellationToken">Ends the round; what is decided stays so.</param>
    public async Task<Versioned<DestinationState>?> RunAsync(
        Destination destination,
        Versioned<DestinationState> held,
        IReadOnlyList<FreshDelivery> fresh,
        CancellationToken cancellationToken)
    {
        var channel = _channels[destination.Type];
        var state = held.Value;
        var token = state.Hold?.Token;

        if (fresh.Count == 0)
        {
            fresh = await PlanAsync(destination, state, cancellationToken);
            var decided = fresh.Count == 0
                ? held
                : await UpdateAsync(held, token, Decision(destination, state, fresh), cancellationToken);
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
            if (results.MustStop || !await KeepPaceAsync(results, cancellationToken) || time.GetUtcNow() >= ends)
            {
                break;
            }

            var record = await SendAsync(destination, delivery, alerts.GetValueOrDefault(delivery.Id), results, cancellationToken);
            if (record.Status == DeliveryStatus.Poisoned)
            {
                await GiveUpAsync(record, cancellationToken);
            }
        }

        if (results.Told.Count > 0)
        {
            var keep = configuration.Snapshot.Configuration.Settings.Keep;
            await states.AddToldAsync(destination.Name, results.Told, time.GetUtcNow(), keep, cancellationToken);
        }

        return await UpdateAsync(held, token, current => Release(destination, results.ApplyTo(current)), cancellationToken);
    }

    /// <summary>
    /// Takes a destination, and decides in the same write what goes now, if little waits: a write is what a single alert
    /// waits for most. Whoever finds that others have written meanwhile plans anew, so that much is planned when it is held.
    /// </summary>
    public async Task<(DestinationState State, IReadOnlyList<FreshDelivery> Fresh)> TakeAsync(
        Destination destination, DestinationState state, DestinationHold hold, CancellationToken cancellationToken)
    {
        state = state.HoldWhileDue(hold, destination.Timing, time.GetUtcNow());
        if (state.Hold != hold || state.Pending.Count > Little)
        {
            return (state, []);
        }

        var fresh = await PlanAsync(destination, state, cancellationToken);
        return (Decision(destination, state, fresh)(state), fresh);
    }

    // What is to be tried later takes no place of what can be sent now. While the circuit is open, one delivery is tried:
    // more alerts fit the next one.
    private async Task<IReadOnlyList<FreshDelivery>> PlanAsync(
        Destination destination, DestinationState state, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var most = Circuit.IsOpen(state.FailuresInRow) ? 1 : MaxDeliveries;
        var count = Math.Min(
            most - new RoundResults(state, destination).Due(now).Count(), SendClock.Room(state, destination.Timing, now));
        return count > 0 && SendClock.IsDue(state, destination.Timing, now)
            ? await plan.RunAsync(destination, _channels[destination.Type], state, count, cancellationToken)
            : [];
    }

    private Func<DestinationState, DestinationState> Decision(
        Destination destination, DestinationState planned, IReadOnlyList<FreshDelivery> fresh)
    {
        var deliveries = fresh.Select(entry => entry.Delivery).ToList();
        var areAll = deliveries.Sum(delivery => delivery.Alerts.Count) == planned.Pending.Count;
        return current => deliveries.Count == 0
            ? current
            : Renewed(current.Decide(deliveries, areAll, destination.Timing, time.GetUtcNow()));
    }

    // It is written anyway, and planning may have taken a part of the hold.
    private DestinationState Renewed(DestinationState state) =>
        state with { Hold = state.Hold is { } hold ? hold with { Until = time.GetUtcNow() + HoldTime } : null };

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
        events.Tried(record, alerts);
        return record;
    }

    private Task GiveUpAsync(DeliveryRecord record, CancellationToken cancellationToken)
    {
        var attempts = record.Attempts.Count == 1 ? "1 attempt" : $"{record.Attempts.Count} attempts";
        var reason = $"not delivered to '{record.Destination}' in {attempts}: {record.Attempts[^1].Reason}";
        var replay = new WakeDestination
        {
            Destination = record.Destination,
            Replay = new DeliveryReference(record.Id, record.Planned),
        };
        return poison.KeepAsync(Queues.Alerts, record.Id, Messages.Write(replay), reason, cancellationToken, record.Notice?.Type);
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
