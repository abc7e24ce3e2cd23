using Microsoft.Extensions.Logging;
using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery.State;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using NewsAlerts.Subscriptions;

namespace NewsAlerts.Delivery;

/// <summary>
/// Clears a subscriber's destination that is no more. What waits there, and is still wanted, goes by another of the
/// subscriber's schedules; the rest is dropped. What was decided already ends in the ledger, with the reason. Only then the
/// destination's state goes: a crash in between repeats the work, which the alerts' ids absorb. It is held for so long, as it
/// is while somebody sends: whoever takes the schedule back meanwhile is not told by both.
/// </summary>
internal sealed partial class ClearDestination(
    CurrentConfiguration configuration,
    DestinationStates states,
    DeliveryLedger ledger,
    StepMessages messages,
    TimeProvider time,
    ILogger<ClearDestination> logger)
{
    /// <summary>Clears it, unless somebody sends there at this moment: returns false then.</summary>
    /// <param name="message">What has just come for the destination, and names it.</param>
    /// <param name="messageId">The queue message's id.</param>
    /// <param name="found">Why the destination is no more, and what its subscriber has subscribed to.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<bool> RunAsync(WakeDestination message, string messageId, FoundDestination found, CancellationToken cancellationToken)
    {
        var coming = message.Alerts.Select(alert => alert with { Batch = alert.Batch ?? message.Batch });
        var state = await states.FindAsync(message.Destination, cancellationToken);
        var hold = new DestinationHold(messageId, Guid.NewGuid().ToString("N"), time.GetUtcNow() + Lease.Time);
        var known = state is null ? null : await HoldAsync(state, hold, cancellationToken);
        if (state is not null && known is null)
        {
            return false;
        }

        await using var lease = new KeptLease(
            token => states.RenewAsync(message.Destination, hold.Token, time.GetUtcNow() + Lease.Time, token), time, cancellationToken);
        var reason = found.Gone ?? "";
        if (message.Replay is { } replay)
        {
            await RefuseAsync(message.Destination, replay, reason, cancellationToken);
        }

        List<AlertReference> alerts =
            [.. coming, .. known?.Value.Pending.Select(Reference) ?? [], .. known?.Value.Backlog?.Newest.Select(Reference) ?? []];
        List<WaitingPage> pages = [.. known?.Value.Backlog?.Pages ?? []];
        var told = new HashSet<string>();
        foreach (var delivery in known?.Value.Planned ?? [])
        {
            if (await EndAsync(message.Destination, delivery, reason, cancellationToken))
            {
                alerts.AddRange(delivery.Alerts.Select(Reference));
                pages.AddRange(delivery.Pages);
            }
            else
            {
                told.UnionWith(delivery.ToldIds(message.Destination));
                foreach (var page in delivery.Pages)
                {
                    told.UnionWith((await states.Pages.ReadAsync(page, cancellationToken)).Select(alert => alert.Id));
                }
            }
        }

        if (told.Count > 0)
        {
            var keep = configuration.Snapshot.Configuration.Settings.Keep;
            await states.AddToldAsync(message.Destination, told, time.GetUtcNow(), keep, cancellationToken);
            alerts.RemoveAll(alert => told.Contains(alert.Id));
        }

        var id = SubscriberName.Parse(message.Destination).Id;
        var moved = await MoveAsync(id, alerts, found.Subscriptions, cancellationToken);
        var (movedCount, dropped) = (moved.Count, alerts.Count - moved.Count);
        foreach (var page in pages)
        {
            List<AlertReference> waiting = [.. (await states.Pages.ReadAsync(page, cancellationToken))
                .Where(alert => !told.Contains(alert.Id))
                .Select(Reference)];
            var count = (await MoveAsync(id, waiting, found.Subscriptions, cancellationToken)).Count;
            (movedCount, dropped) = (movedCount + count, dropped + waiting.Count - count);
        }

        Log.Cleared(logger, message.Destination, movedCount, dropped, reason);
        if (known is not null
            && (await states.DeleteAsync(known, cancellationToken) || await LeaveAsync(known, [.. moved, .. told], cancellationToken)))
        {
            await states.Pages.DeleteAsync(known.Value.AllPages.Select(page => page.Name), cancellationToken);
        }

        return true;
    }

    private Task<Versioned<DestinationState>?> HoldAsync(
        Versioned<DestinationState> known, DestinationHold hold, CancellationToken cancellationToken) =>
        states.UpdateAsync(
            known,
            current => current.IsHeldByAnother(hold.Message, time.GetUtcNow()) ? null : current with { Hold = hold },
            cancellationToken);

    // Something has come for it meanwhile: its reader may have taken it back. What is left there is looked at anew. Returns
    // whether what was cleared is out of it.
    private async Task<bool> LeaveAsync(Versioned<DestinationState> cleared, HashSet<string> done, CancellationToken cancellationToken)
    {
        var ended = cleared.Value.Planned.Select(delivery => delivery.Id).ToHashSet();
        var pages = cleared.Value.AllPages.Select(page => page.Name).ToHashSet();
        var left = await states.UpdateAsync(
            cleared,
            current => current.Hold?.Token != cleared.Value.Hold?.Token ? null : current with
            {
                Pending = [.. current.Pending.Where(alert => !done.Contains(alert.Id))],
                Backlog = current.Backlog is not { } backlog ? null : backlog with
                {
                    Pages = [.. backlog.Pages.Where(page => !pages.Contains(page.Name))],
                    Newest = [.. backlog.Newest.Where(alert => !done.Contains(alert.Id))],
                },
                Planned = [.. current.Planned.Where(delivery => !ended.Contains(delivery.Id))],
                Hold = null,
            },
            cancellationToken);
        await messages.SendAsync(new WakeDestination { Destination = cleared.Value.Destination }, TimeSpan.Zero, cancellationToken);
        return left is not null;
    }

    // Its sender may have ended after it was sent, and before that could be written in the state.
    private async Task<bool> EndAsync(string destination, PlannedDelivery delivery, string reason, CancellationToken cancellationToken)
    {
        var before = await ledger.ReadAsync(destination, delivery.Planned, delivery.Id, cancellationToken);
        if (before is { Status: DeliveryStatus.Delivered or DeliveryStatus.Poisoned })
        {
            return false;
        }

        var attempt = new DeliveryAttempt(time.GetUtcNow(), DeliveryOutcome.Suppressed, null, reason);
        await ledger.WriteAsync(DeliveryRecord.Of(destination, delivery, before, attempt, DeliveryStatus.Suppressed), cancellationToken);
        return true;
    }

    // Somebody asked for it to be sent again: the ledger says why it is not.
    private async Task RefuseAsync(string destination, DeliveryReference replay, string reason, CancellationToken cancellationToken)
    {
        if (await ledger.ReadAsync(destination, replay.Planned, replay.Id, cancellationToken) is { } record)
        {
            var attempt = new DeliveryAttempt(time.GetUtcNow(), DeliveryOutcome.Suppressed, null, reason);
            var status = record.Status == DeliveryStatus.Delivered ? record.Status : DeliveryStatus.Suppressed;
            await ledger.WriteAsync(record with { Attempts = [.. record.Attempts, attempt], Status = status }, cancellationToken);
        }
    }

    // Returns the ids of those that go by another schedule.
    private async Task<HashSet<string>> MoveAsync(
        string id, IEnumerable<AlertReference> alerts, IReadOnlyList<Subscription> subscriptions, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var targets = from alert in alerts
                      let wanted = subscriptions.Where(subscription => alert.Rules.Contains(subscription.Name)).ToList()
                      let soonest = wanted.Select(SubscriptionSchedule.Of).OfType<SubscriptionSchedule>().MinBy(schedule => schedule.NextAt(now))
                      where soonest is not null
                      group alert with { Rules = [.. wanted.Select(subscription => subscription.Name).Distinct()] } by soonest.Key;
        var moved = new HashSet<string>();
        foreach (var target in targets)
        {
            foreach (var part in WakeMessages.Split(SubscriberName.Of(id, target.Key), batch: null, [.. target]))
            {
                await messages.SendAsync(part, TimeSpan.Zero, cancellationToken);
                moved.UnionWith(part.Alerts.Select(alert => alert.Id));
            }
        }

        return moved;
    }

    private static AlertReference Reference(PendingAlert alert) => new(alert.Id, alert.Index, alert.Rules) { Batch = alert.Batch };

    private static partial class Log
    {
        [LoggerMessage(320, LogLevel.Information, "{Destination} is cleared: {Moved} alerts go by another schedule, {Dropped} are dropped: {Reason}")]
        public static partial void Cleared(ILogger logger, string destination, int moved, int dropped, string? reason);
    }
}
