using Microsoft.Extensions.Logging;
using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Storage;
using NewsAlerts.Subscriptions;

namespace NewsAlerts.Pipeline;

/// <summary>
/// Clears a subscriber's destination that is no more. What waits there, and is still wanted, goes by another of the
/// subscriber's schedules; the rest is dropped. What was decided already ends in the ledger, with the reason. Only then the
/// destination's state goes: a crash in between repeats the work, which the alerts' ids absorb.
/// </summary>
internal sealed partial class ClearDestination(
    CurrentConfiguration configuration,
    DestinationStates states,
    DeliveryLedger ledger,
    Messages messages,
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
        var known = await states.FindAsync(message.Destination, cancellationToken);
        if (known?.Value.IsHeldByAnother(messageId, time.GetUtcNow()) == true)
        {
            return false;
        }

        var reason = found.Gone ?? "";
        if (message.Replay is { } replay)
        {
            await RefuseAsync(message.Destination, replay, reason, cancellationToken);
        }

        List<AlertReference> alerts = [.. coming, .. known?.Value.Pending.Select(Reference) ?? []];
        var told = new HashSet<string>();
        foreach (var delivery in known?.Value.Planned ?? [])
        {
            if (await EndAsync(message.Destination, delivery, reason, cancellationToken))
            {
                alerts.AddRange(delivery.Alerts.Select(Reference));
            }
            else
            {
                told.UnionWith(delivery.ToldIds(message.Destination));
            }
        }

        if (told.Count > 0)
        {
            var keep = configuration.Snapshot.Configuration.Settings.Keep;
            await states.AddToldAsync(message.Destination, told, time.GetUtcNow(), keep, cancellationToken);
            alerts.RemoveAll(alert => told.Contains(alert.Id));
        }

        var moved = await MoveAsync(SubscriberName.Parse(message.Destination).Id, alerts, found.Subscriptions, cancellationToken);
        Log.Cleared(logger, message.Destination, moved, alerts.Count - moved, reason);
        return known is null || await states.DeleteAsync(known, cancellationToken) || await RunAsync(message, messageId, found, cancellationToken);
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

    private async Task<int> MoveAsync(
        string id, IEnumerable<AlertReference> alerts, IReadOnlyList<Subscription> subscriptions, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var targets = from alert in alerts
                      let wanted = subscriptions.Where(subscription => alert.Rules.Contains(subscription.Name)).ToList()
                      let soonest = wanted.Select(SubscriptionSchedule.Of).OfType<SubscriptionSchedule>().MinBy(schedule => schedule.NextAt(now))
                      where soonest is not null
                      group alert with { Rules = [.. wanted.Select(subscription => subscription.Name).Distinct()] } by soonest.Key;
        var count = 0;
        foreach (var target in targets)
        {
            foreach (var part in WakeMessages.Split(SubscriberName.Of(id, target.Key), batch: null, [.. target]))
            {
                await messages.SendAsync(part, TimeSpan.Zero, cancellationToken);
                count += part.Alerts.Count;
            }
        }

        return count;
    }

    private static AlertReference Reference(PendingAlert alert) => new(alert.Id, alert.Index, alert.Rules) { Batch = alert.Batch };

    private static partial class Log
    {
        [LoggerMessage(320, LogLevel.Information, "{Destination} is cleared: {Moved} alerts go by another schedule, {Dropped} are dropped: {Reason}")]
        public static partial void Cleared(ILogger logger, string destination, int moved, int dropped, string? reason);
    }
}
