using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Delivery;
using NewsAlerts.Delivery.State;
using NewsAlerts.Messages;
using NewsAlerts.Steps;
using NewsAlerts.Storage;

namespace NewsAlerts.Explaining;

/// <summary>Finds out what became of the alert of a story for a destination.</summary>
internal sealed class TraceAlert(
    DestinationStates states, DeliveryLedger ledger, PoisonMessages poison, ItemArchive archive, TimeProvider time)
{
    /// <summary>Follows the alert; null where there is none and no rule asks for one.</summary>
    /// <param name="destination">The destination.</param>
    /// <param name="items">The items of the story, at least one.</param>
    /// <param name="rules">The rules that match now and notify the destination.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<AlertTrace?> RunAsync(
        Destination destination, IReadOnlyList<ArchivedItem> items, IReadOnlyList<string> rules, CancellationToken cancellationToken)
    {
        var id = AlertId.Of(SubscriberName.ReaderOf(destination.Name), items[0].Story);
        var trace = new AlertTrace(destination.Name, destination.Type, id, AlertStanding.None) { Rules = rules };
        var state = await states.ReadAsync(destination.Name, cancellationToken);
        var isTold = await states.IsToldAsync(destination.Name, id, cancellationToken);
        var waiting = state is null ? null : await FindWaitingAsync(state, id, cancellationToken);
        if (waiting is null && !isTold)
        {
            if (rules.Count == 0)
            {
                return null;
            }

            var muted = await states.MutedAsync(destination.Name, id, rules, cancellationToken);
            return await FindSetAsideAsync(trace, cancellationToken) ?? (muted.Count > 0 ? Muted(trace, muted) : Missing(trace, destination, items));
        }

        trace = trace with { Rules = waiting?.Rules ?? rules };
        var since = items.Min(item => item.Seen);
        if (await ledger.FindAsync(id, since, cancellationToken) is { } delivery)
        {
            trace = trace with { Delivery = delivery, Rules = RulesOf(delivery, id) };
            trace = await ThroughAsync(trace, delivery, items, cancellationToken);
        }

        return waiting is null || state is null ? Done(trace) : Waiting(trace, destination, state.AsOf(time.GetUtcNow()).EnableIfMoved(destination), waiting);
    }

    private async Task<PendingAlert?> FindWaitingAsync(DestinationState state, string id, CancellationToken cancellationToken)
    {
        var alerts = state.Planned.SelectMany(delivery => delivery.Alerts).Concat(state.Pending).Concat(state.Backlog?.Newest ?? []);
        return alerts.FirstOrDefault(alert => alert.Id == id)
            ?? await states.Pages.FindAsync(state.Destination, [.. state.AllPages], [id], cancellationToken)
                .Select(found => found.Alerts.First(alert => alert.Id == id))
                .FirstOrDefaultAsync(cancellationToken);
    }

    // What never reached a delivery may have been given up with the message that brought it, or since too much waited.
    private async Task<AlertTrace?> FindSetAsideAsync(AlertTrace trace, CancellationToken cancellationToken)
    {
        await foreach (var kept in poison.ListAsync(Queues.Alerts, cancellationToken))
        {
            if (AlertsOf(kept, trace.Destination).FirstOrDefault(alert => alert.Id == trace.Id) is { } alert)
            {
                return trace with { Standing = AlertStanding.Poisoned, Rules = alert.Rules, Reason = kept.Reason };
            }
        }

        return null;
    }

    private static IReadOnlyList<AlertReference> AlertsOf(PoisonMessage kept, string destination)
    {
        try
        {
            var message = DeliveryMessages.Read(kept.Body);
            return message.Destination == destination ? message.Alerts : [];
        }
        catch (UnreadableMessageException)
        {
            // That is why it is there.
            return [];
        }
    }

    private static AlertTrace Missing(AlertTrace trace, Destination destination, IReadOnlyList<ArchivedItem> items) =>
        items.All(item => item.Quiet is not null)
            ? trace with { Standing = AlertStanding.Quiet, Reason = items[0].Quiet }
            : trace with
            {
                Reason = $"no alert has come here: the {(destination.IsSubscriber ? "subscriptions" : "rules")} are newer than the article "
                    + "or were changed since, or it is still on its way",
            };

    private static AlertTrace Muted(AlertTrace trace, IReadOnlyList<string> rules) => trace with
    {
        Standing = AlertStanding.Muted,
        Reason = $"{string.Join(", ", rules.Select(rule => $"'{rule}'"))} {(rules.Count == 1 ? "was" : "were")} muted when it came, and what was muted is not told afterwards",
    };

    private static AlertTrace Done(AlertTrace trace) => trace with
    {
        Standing = trace.Delivery?.Status switch
        {
            DeliveryStatus.Delivered => AlertStanding.Delivered,
            DeliveryStatus.Poisoned => AlertStanding.Poisoned,
            DeliveryStatus.Suppressed => AlertStanding.Suppressed,
            _ => AlertStanding.Told,
        },
    };

    private AlertTrace Waiting(AlertTrace trace, Destination destination, DestinationState state, PendingAlert waiting)
    {
        var now = time.GetUtcNow();
        var planned = state.Planned.Where(delivery => delivery.Alerts.Any(alert => alert.Id == waiting.Id)).ToList();
        var its = state with { Planned = planned, Pending = planned.Count == 0 ? [waiting] : [], Backlog = null };
        var next = its.NextSend(destination.Timing, now);
        var held = HoldText.Of(next, destination.Timing, state.FailuresInRow, now);
        return trace with
        {
            Standing = trace.Delivery is null ? AlertStanding.Pending : AlertStanding.Retrying,
            NextTry = next is null || next.At > now ? next?.At : now,
            Reason = state switch
            {
                { Disabled: { } disabled } => $"the destination is disabled until its address changes: {disabled.Reason}",
                _ when held is not null => state.Problem is null ? held : $"{held}. {state.Problem}",
                { PausedUntil: { } pause } when pause > now => $"the destination is paused: {state.Problem}",
                _ => state.Problem,
            },
        };
    }

    private static IReadOnlyList<string> RulesOf(DeliveryRecord delivery, string id) =>
        delivery.Alerts.First(alert => alert.Id == id).Rules;

    private async Task<AlertTrace> ThroughAsync(
        AlertTrace trace, DeliveryRecord delivery, IReadOnlyList<ArchivedItem> items, CancellationToken cancellationToken)
    {
        var alert = delivery.Alerts.First(alert => alert.Id == trace.Id);
        try
        {
            var told = (await archive.ReadAsync(alert.Batch, cancellationToken)).Items[alert.Index];
            var isAsked = items.Any(item => item.Id == told.Id && item.FeedUrl == told.FeedUrl);
            return isAsked ? trace : trace with { ToldThrough = told };
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException)
        {
            // It is older than what is kept.
            return trace;
        }
    }
}
