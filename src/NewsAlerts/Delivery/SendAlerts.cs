using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery.State;
using NewsAlerts.Messages;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using NewsAlerts.Subscriptions;

namespace NewsAlerts.Delivery;

/// <summary>
/// The fourth step: wakes a destination. It adds what the message brings to what waits; whoever then holds the
/// destination sends, and everybody else is done, since the holder sees what was added. A hold belongs to a queue
/// message: it comes back if its holder ends, and takes the hold over.
/// </summary>
internal sealed class SendAlerts(
    TakeRequest take,
    FindDestination find,
    DestinationStates states,
    SendRound round,
    ClearDestination clear,
    MuteAlerts mute,
    AddWaiting add,
    CurrentConfiguration configuration,
    DeliveryLedger ledger,
    PoisonMessages poison,
    StepMessages messages,
    TimeProvider time)
{
    // A message that wakes a little later than needed will do; one that wakes too soon would find nothing to send.
    private static readonly TimeSpan WakeTolerance = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WakeMargin = TimeSpan.FromSeconds(1);

    // Who waits for longer is woken by the timer of SendDigests.
    private static readonly TimeSpan LongestDelay = DestinationState.LongestWake;

    // Every process has seen by then what was in the configuration when the message was sent.
    private static readonly TimeSpan TimeToKnow = TimeSpan.FromMinutes(1);

    /// <summary>Wakes the destination that the message names.</summary>
    /// <param name="message">The destination, and what is new for it.</param>
    /// <param name="messageId">The queue message's id, which is the same when it comes back after a crash.</param>
    /// <param name="cancellationToken">Ends the work; what is not sent stays where it waits.</param>
    public Task RunAsync(WakeDestination message, string messageId, CancellationToken cancellationToken) =>
        Tracing.RunStepAsync(nameof(SendAlerts), message.Trace, () => SendAsync(message, messageId, cancellationToken));

    private async Task SendAsync(WakeDestination message, string messageId, CancellationToken cancellationToken)
    {
        var isDone = true;
        if (message.Request is not { } request || await take.RunAsync(request, cancellationToken))
        {
            var found = await find.RunAsync(message.Destination, cancellationToken);
            isDone = found switch
            {
                { Destination: { } destination } => await SendAsync(destination, message, messageId, cancellationToken),
                { Gone: null } => await WaitOrKeepAsync(message, messageId, cancellationToken),
                _ => await ClearAsync(message, messageId, found, cancellationToken),
            };
        }

        if (isDone)
        {
            await poison.SeenToAsync(Queues.Alerts, message.Replayed, cancellationToken);
        }
    }

    // Returns whether what the message brings needs no more of it: a delivery that was given up is done once it is delivered.
    private async Task<bool> SendAsync(
        Destination destination, WakeDestination message, string messageId, CancellationToken cancellationToken)
    {
        var token = Guid.NewGuid().ToString("N");
        var replayed = await ReadReplayedAsync(message, cancellationToken);
        var (state, fresh) = await TakeAsync(destination, message, replayed.Delivery, messageId, token, cancellationToken);
        if (state?.Value.Hold?.Token == token)
        {
            await using var lease = new KeptLease(
                ended => states.RenewAsync(destination.Name, token, time.GetUtcNow() + Lease.Time, ended), time, cancellationToken);
            state = await SendAsync(destination, state, fresh, lease, messageId, cancellationToken);
        }

        if (state is not null && !state.Value.IsHeldByAnother(messageId, time.GetUtcNow()))
        {
            await WakeLaterAsync(destination, state, cancellationToken);
        }

        return replayed.IsDone;
    }

    // Returns the state after all that can be sent now; null where somebody else goes on, or the destination is no more.
    private async Task<Versioned<DestinationState>?> SendAsync(
        Destination destination,
        Versioned<DestinationState> held,
        IReadOnlyList<FreshDelivery> fresh,
        KeptLease lease,
        string messageId,
        CancellationToken cancellationToken)
    {
        var token = held.Value.Hold?.Token;
        Versioned<DestinationState>? state = held;
        while (state is not null && state.Value.Hold?.Token == token && !lease.IsLost)
        {
            state = await round.RunAsync(destination, state, fresh, lease, cancellationToken);
            fresh = [];
            if (destination.IsSubscriber && state?.Value.Hold?.Token == token
                && await find.RunAsync(destination.Name, cancellationToken) is { Destination: null } gone)
            {
                // Its reader has just ended it, or its mail server has just said that there is no such address. What the message
                // has brought waits there already.
                await ClearAsync(new WakeDestination { Destination = destination.Name }, messageId, gone, cancellationToken);
                return null;
            }
        }

        return state;
    }

    // Whoever sends at this moment has begun before it was to end, and is let finish.
    private async Task<bool> ClearAsync(
        WakeDestination message, string messageId, FoundDestination found, CancellationToken cancellationToken)
    {
        var isCleared = await clear.RunAsync(message, messageId, found, cancellationToken);
        if (!isCleared)
        {
            await messages.SendAsync(message, TimeToKnow, cancellationToken);
        }

        return isCleared;
    }

    // A process may have seen a new destination before this one did. A message that only wakes brings nothing that could
    // be lost.
    private async Task<bool> WaitOrKeepAsync(WakeDestination message, string messageId, CancellationToken cancellationToken)
    {
        if (message is { Alerts.Count: 0, Replay: null, Notice: null })
        {
            return true;
        }

        var now = time.GetUtcNow();
        await (message.UnknownSince.NotLaterThan(now, TimeSpan.Zero) is { } since && now - since >= TimeToKnow
            ? poison.KeepAsync(
                Queues.Alerts,
                messageId,
                DeliveryMessages.Write(message with { UnknownSince = null }),
                $"the configuration has no destination '{message.Destination}' any more; add it again and replay",
                cancellationToken,
                message.Notice?.Type)
            : messages.SendAsync(
                message with { UnknownSince = message.UnknownSince.NotLaterThan(now, TimeSpan.Zero) ?? now },
                TimeToKnow + WakeMargin,
                cancellationToken));
        return false;
    }

    private async Task<(Versioned<DestinationState>? State, IReadOnlyList<FreshDelivery> Fresh)> TakeAsync(
        Destination destination,
        WakeDestination message,
        PlannedDelivery? replayed,
        string messageId,
        string token,
        CancellationToken cancellationToken)
    {
        var alerts = message.Alerts
            .Select(alert => new PendingAlert(alert.Id, alert.Batch ?? message.Batch ?? "", alert.Index, alert.Rules)
            {
                Trace = message.Trace,
                At = time.GetUtcNow(),
            })
            .ToList();
        var muted = await mute.NoteAsync(destination.Name, alerts, cancellationToken);
        IReadOnlyList<FreshDelivery> fresh = [];
        var pages = new HashSet<string>();
        var taken = await states.UpdateAsync(
            destination.Name,
            async (state, told) =>
            {
                var now = time.GetUtcNow();
                state = state.AsOf(now);
                pages.UnionWith(state.AllPages.Select(page => page.Name));
                state = (await add.MergeAsync(state, alerts, told, pages, cancellationToken))
                    .WithoutRules((alert, rule) => told.IsMuted(alert, rule) || destination.IsUnwanted(rule))
                    .MutePages(muted)
                    .EnableIfMoved(destination);
                state = state.DropOlder(now - configuration.Snapshot.Configuration.Settings.Keep, now);
                state = await add.PageOutAsync(state, pages, cancellationToken);
                state = replayed is null ? state : state.Restore(replayed);
                state = message.Notice is { } notice && !told.Contains(notice.ToldId(destination.Name))
                    ? state.Plan(PlannedDelivery.Of(destination.Name, notice, now))
                    : state;
                state = message.Now ? state.TryNow(now) : state;
                state = message.CompleteGroup ? state with { GroupSince = null } : state;
                (state, fresh) = state.IsHeldByAnother(messageId, now)
                    ? (state, [])
                    : await round.TakeAsync(destination, state, Hold(now), cancellationToken);
                return state.Noted(destination.Timing, now);
            },
            cancellationToken);
        if (taken is not null)
        {
            await add.CleanAsync(taken.Value, pages, cancellationToken);
        }

        return (taken, fresh);

        DestinationHold Hold(DateTimeOffset now) => new(messageId, token, now + Lease.Time);
    }

    private async Task<(PlannedDelivery? Delivery, bool IsDone)> ReadReplayedAsync(
        WakeDestination message, CancellationToken cancellationToken)
    {
        if (message.Replay is not { } reference)
        {
            return (null, true);
        }

        var record = await ledger.ReadAsync(message.Destination, reference.Planned, reference.Id, cancellationToken)
            ?? throw new InvalidDataException($"the ledger has no delivery {reference.Id}");

        // The message may come twice: a delivery that is under way again, or done, is not taken up once more.
        var isOnceMore = record.Status == DeliveryStatus.Delivered && record.Attempts.Count == reference.Attempts;
        if (record.Status is not (DeliveryStatus.Poisoned or DeliveryStatus.Suppressed) && !isOnceMore)
        {
            return (null, record.Status == DeliveryStatus.Delivered);
        }

        var delivery = new PlannedDelivery
        {
            Id = record.Id,
            Alerts = record.Alerts,
            Counted = record.Counted,
            Digest = record.Digest,
            Notice = record.Notice,
            Planned = record.Planned,
            NotBefore = time.GetUtcNow(),
            Replayed = true,
            ReplayedAfter = isOnceMore ? reference.Attempts : null,
        };
        return (delivery, false);
    }

    // The message is sent before it is written down: at worst, the destination is woken twice.
    private async Task WakeLaterAsync(
        Destination destination, Versioned<DestinationState> known, CancellationToken cancellationToken)
    {
        var state = known.Value;
        var now = time.GetUtcNow();
        if (state.NextSend(destination.Timing, now) is not { } next || next.At - now > LongestDelay)
        {
            return;
        }

        var wake = next.At + WakeMargin;
        if (state.WakeAt > now + WakeMargin + WakeMargin && state.WakeAt <= wake + WakeTolerance)
        {
            return;
        }

        await messages.SendAsync(
            new WakeDestination { Destination = state.Destination },
            wake > now ? wake - now : TimeSpan.Zero,
            cancellationToken);
        await states.UpdateAsync(known, current => current with { WakeAt = wake }, cancellationToken);
    }
}
