using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Delivery.State;
using NewsAlerts.Storage;

namespace NewsAlerts.Delivery;

/// <summary>
/// Adds alerts to what waits for a destination, and writes pages of what is too much for its document. A page is written
/// before the state that refers to it: where that state comes too late, <see cref="CleanAsync"/> deletes it again.
/// </summary>
internal sealed class AddWaiting(DestinationStates states)
{
    /// <summary>Adds them. What waits on a page already gets the further rules there.</summary>
    /// <param name="state">The destination's state.</param>
    /// <param name="alerts">What has come.</param>
    /// <param name="told">What the destination was told.</param>
    /// <param name="touched">The names of pages that were written, or are not used any more, are added to these.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<DestinationState> MergeAsync(
        DestinationState state,
        IReadOnlyList<PendingAlert> alerts,
        ToldAlerts told,
        ICollection<string> touched,
        CancellationToken cancellationToken)
    {
        var incoming = alerts.Where(alert => !told.Contains(alert.Id)).GroupBy(alert => alert.Id).ToDictionary(group => group.Key);
        var onPages = new HashSet<string>();
        var found = states.Pages.FindAsync(state.Destination, [.. state.AllPages], incoming.Keys, cancellationToken);
        await foreach (var (page, waiting) in found)
        {
            onPages.UnionWith(waiting.Select(alert => alert.Id).Where(incoming.ContainsKey));
            List<PendingAlert> merged = [.. waiting.Select(alert => incoming.TryGetValue(alert.Id, out var same)
                ? alert with { Rules = [.. alert.Rules.Union(same.SelectMany(its => its.Rules))] }
                : alert)];
            var hasMore = merged.Zip(waiting).Any(pair => pair.First.Rules.Count > pair.Second.Rules.Count);
            if (hasMore && state.Backlog is { } backlog && state.HasPages([page]))
            {
                var written = await states.Pages.WriteAsync(state.Destination, backlog.NextPage, merged, cancellationToken);
                touched.Add(written.Name);
                touched.Add(page.Name);
                state = state.ReplacePage(page, written with { Muted = page.Muted });
            }
        }

        return state.Merge(alerts, id => told.Contains(id) || onPages.Contains(id));
    }

    /// <summary>Writes pages of what is too much for the document.</summary>
    public async Task<DestinationState> PageOutAsync(
        DestinationState state, ICollection<string> touched, CancellationToken cancellationToken)
    {
        while (state.Backlog is { } backlog && backlog.FullPage() is { Count: > 0 } full)
        {
            var page = await states.Pages.WriteAsync(state.Destination, backlog.NextPage, full, cancellationToken);
            touched.Add(page.Name);
            state = state.AddPage(page, full.Count);
        }

        return state;
    }

    /// <summary>Deletes those of the pages that were touched to which the state, as it was written in the end, does not refer.</summary>
    public Task CleanAsync(DestinationState written, IEnumerable<string> touched, CancellationToken cancellationToken)
    {
        var used = written.AllPages.Select(page => page.Name).ToHashSet();
        return states.Pages.DeleteAsync(touched.Where(name => !used.Contains(name)), cancellationToken);
    }
}
