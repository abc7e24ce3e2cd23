using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery.State;
using NewsAlerts.Messages;
using NewsAlerts.Storage;

namespace NewsAlerts.Delivery;

/// <summary>
/// Reads what deliveries are planned from, where more waits than the destination's document holds: as many pages as there is
/// room for. A digest for people reads them all, one after the other, and keeps the newest alerts and a count of the rest.
/// </summary>
internal sealed class TakeWaiting(CurrentConfiguration configuration, DestinationStates states, TimeProvider time)
{
    /// <summary>Reads what is planned next. Nothing is changed by it, but what is remembered of muted rules.</summary>
    public async Task<WaitingNow> RunAsync(
        Destination destination, IChannel channel, DestinationState state, CancellationToken cancellationToken)
    {
        if (state.Backlog is not { IsEmpty: false } backlog)
        {
            return new WaitingNow(state);
        }

        var told = backlog.Pages.Count == 0 ? null : await states.ReadToldAlertsAsync(destination.Name, cancellationToken);
        var planned = state.Planned.SelectMany(delivery => delivery.Alerts).Select(alert => alert.Id).ToHashSet();
        var waiting = channel.IsForPeople && SendClock.WereHeld(state, destination.Timing)
            ? await GatherAsync(state, backlog, PlanDigest.UntilOf(destination.Timing, time.GetUtcNow()), WantedAsync, cancellationToken)
            : await TakeAsync(state, backlog, WantedAsync, cancellationToken);
        return waiting with { State = state.TakePages(waiting.Taken, waiting.Alerts, waiting.Counted) };

        async Task<IReadOnlyList<PendingAlert>> WantedAsync(WaitingPage page)
        {
            List<PendingAlert> alerts = [.. PendingAlert.AsOf(await states.Pages.ReadAsync(page, cancellationToken), time.GetUtcNow())
                .Where(alert => told?.Contains(alert.Id) != true && !planned.Contains(alert.Id))];
            await NoteMutedAsync(destination.Name, page, alerts, cancellationToken);
            return [.. PendingAlert.Without(
                alerts, (id, rule) => page.Muted.Contains(rule) || told?.IsMuted(id, rule) == true || destination.IsUnwanted(rule))];
        }
    }

    private static async Task<WaitingNow> TakeAsync(
        DestinationState state, Backlog backlog, Func<WaitingPage, Task<IReadOnlyList<PendingAlert>>> readAsync, CancellationToken cancellationToken)
    {
        var (taken, alerts) = (new List<WaitingPage>(), new List<PendingAlert>());
        var bytes = state.Pending.Sum(alert => (long)alert.Bytes);
        foreach (var page in backlog.Pages.TakeWhile(_ => bytes + Backlog.PageBytes <= Backlog.HeadBytes))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var wanted = await readAsync(page);
            taken.Add(page);
            alerts.AddRange(wanted);
            bytes += wanted.Sum(alert => (long)alert.Bytes);
        }

        return new WaitingNow(state) { Taken = taken, Alerts = alerts };
    }

    // A page of which a part belongs to the next digest is taken, so that this part goes on waiting.
    private static async Task<WaitingNow> GatherAsync(
        DestinationState state,
        Backlog backlog,
        DateTimeOffset until,
        Func<WaitingPage, Task<IReadOnlyList<PendingAlert>>> readAsync,
        CancellationToken cancellationToken)
    {
        var (taken, alerts, counted, count) = (new List<WaitingPage>(), new List<PendingAlert>(), new List<WaitingPage>(), 0);
        var place = 0;
        var newest = new PriorityQueue<PendingAlert, (DateTimeOffset Came, int Place)>();
        foreach (var page in backlog.Pages.Where(page => page.Oldest < until))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var wanted = await readAsync(page);
            if (page.Newest >= until)
            {
                taken.Add(page);
                alerts.AddRange(wanted);
                continue;
            }

            counted.Add(page);
            count += wanted.Count;
            foreach (var alert in wanted)
            {
                newest.Enqueue(alert, (alert.Came, place++));
                if (newest.Count > PlanDigest.MostShown)
                {
                    newest.Dequeue();
                }
            }
        }

        return count == 0
            ? new WaitingNow(state) { Taken = [.. counted, .. taken], Alerts = alerts }
            : new WaitingNow(state)
            {
                Taken = taken,
                Alerts = alerts,
                Counted = counted,
                CountedAlerts = count,
                Newest = [.. newest.UnorderedItems.Select(item => item.Element)],
            };
    }

    // Before they are left out: a crash in between repeats it.
    private async Task NoteMutedAsync(
        string destination, WaitingPage page, List<PendingAlert> alerts, CancellationToken cancellationToken)
    {
        var muted = from alert in alerts
                    from rule in alert.Rules
                    where page.Muted.Contains(rule)
                    select ToldAlerts.MutedId(alert.Id, rule);
        if (muted.ToList() is { Count: > 0 } ids)
        {
            var keep = configuration.Snapshot.Configuration.Settings.Keep;
            await states.AddToldAsync(destination, ids, time.GetUtcNow(), keep, cancellationToken);
        }
    }
}
