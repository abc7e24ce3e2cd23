using NewsAlerts.Archive;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery.State;

namespace NewsAlerts.Delivery;

/// <summary>Takes note of what muted rules would have told a destination, so that it is not told afterwards either.</summary>
internal sealed class MuteAlerts(CurrentConfiguration configuration, DestinationStates states, TimeProvider time)
{
    /// <summary>
    /// Notes which alerts, of those that come and of those that wait, are for a rule that is muted now. It comes before
    /// they are left out of what waits: a crash in between repeats it.
    /// </summary>
    /// <returns>The rules that are muted now: what waits on pages is not read for them, but marked.</returns>
    public async Task<IReadOnlyCollection<string>> NoteAsync(
        string destination, IEnumerable<PendingAlert> coming, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var current = configuration.Snapshot.Configuration;
        var rules = current.Rules
            .Where(rule => rule.MutedUntil > now && rule.Notify.Contains(destination))
            .Select(rule => rule.Name)
            .ToHashSet();
        if (rules.Count == 0)
        {
            return rules;
        }

        var waiting = await states.ReadAsync(destination, cancellationToken);
        var muted = from alert in coming.Concat(waiting?.Pending ?? []).Concat(waiting?.Backlog?.Newest ?? [])
                    from rule in alert.Rules
                    where rules.Contains(rule)
                    select ToldAlerts.MutedId(alert.Id, rule);
        if (muted.ToHashSet() is { Count: > 0 } ids)
        {
            await states.AddToldAsync(destination, ids, now, current.Settings.Keep, cancellationToken);
        }

        return rules;
    }
}
