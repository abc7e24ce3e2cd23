using NewsAlerts.Archive;

namespace NewsAlerts.Delivery.State;

/// <summary>What becomes of a destination's backlog: each change is a new state. Nothing here reads or writes.</summary>
internal static class DestinationBacklog
{
    /// <summary>A page has been written: what it holds waits there.</summary>
    /// <param name="page">The page, whose number was the next.</param>
    /// <param name="count">How many alerts it holds of those that came last.</param>
    public static DestinationState AddPage(this DestinationState state, WaitingPage page, int count) =>
        state.WithBacklog(backlog => backlog with
        {
            Pages = [.. backlog.Pages, page],
            Newest = [.. backlog.Newest.Skip(count)],
            NextPage = backlog.NextPage + 1,
        });

    /// <summary>Another page, whose number was the next, takes a page's place.</summary>
    public static DestinationState ReplacePage(this DestinationState state, WaitingPage page, WaitingPage by) =>
        state.WithBacklog(backlog => backlog with
        {
            Pages = [.. backlog.Pages.Select(its => its.Name == page.Name ? by : its)],
            NextPage = backlog.NextPage + 1,
        });

    /// <summary>Whether these pages all wait still, unchanged.</summary>
    public static bool HasPages(this DestinationState state, IEnumerable<WaitingPage> pages) =>
        pages.All(page => state.Backlog?.Pages.Any(its => its.Name == page.Name) == true);

    /// <summary>Takes pages from the backlog, and what is still wanted of them to the alerts that are decided next.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="alerts">What is wanted of them.</param>
    /// <param name="counted">Pages that are decided on next as they are: what has come after all of these is taken, too.</param>
    public static DestinationState TakePages(
        this DestinationState state,
        IReadOnlyCollection<WaitingPage> pages,
        IReadOnlyList<PendingAlert> alerts,
        IReadOnlyCollection<WaitingPage> counted)
    {
        if (state.Backlog is not { } backlog)
        {
            return state;
        }

        var taken = pages.Select(page => page.Name).ToHashSet();
        List<WaitingPage> left = [.. backlog.Pages.Where(page => !taken.Contains(page.Name))];
        var newest = left.TrueForAll(page => counted.Any(its => its.Name == page.Name)) ? backlog.Newest : [];
        return state with
        {
            Pending = [.. state.Pending.Concat(alerts).Concat(newest).DistinctBy(alert => alert.Id)],
            Backlog = backlog with { Pages = left, Newest = [.. backlog.Newest.Skip(newest.Count)] },
        };
    }

    /// <summary>Remembers of the alerts on pages that these rules were muted while they waited.</summary>
    public static DestinationState MutePages(this DestinationState state, IReadOnlyCollection<string> rules) =>
        rules.Count == 0 ? state : state.WithBacklog(backlog => backlog with
        {
            Pages = [.. backlog.Pages.Select(page => page with { Muted = [.. page.Muted.Union(rules)] })],
        });

    /// <summary>
    /// Drops what has waited for a dead destination for longer than it is kept, and counts it. A page goes once all of it is
    /// so old.
    /// </summary>
    public static DestinationState DropOlder(this DestinationState state, DateTimeOffset since, DateTimeOffset now)
    {
        if (!state.IsDead || !(state.OldestCame < since))
        {
            return state;
        }

        var next = state with
        {
            Pending = [.. state.Pending.Where(alert => alert.Came >= since)],
        };
        next = next.WithBacklog(backlog => backlog with
        {
            Pages = [.. backlog.Pages.Where(page => page.Newest >= since)],
            Newest = [.. backlog.Newest.Where(alert => alert.Came >= since)],
        });
        var dropped = state.Waiting - next.Waiting;
        return next with
        {
            Dropped = dropped == 0 ? state.Dropped : new DroppedAlerts((state.Dropped?.Count ?? 0) + dropped, state.Dropped?.Since ?? now),
        };
    }

    private static DestinationState WithBacklog(this DestinationState state, Func<Backlog, Backlog> change) =>
        state.Backlog is { } backlog ? state with { Backlog = change(backlog) } : state;
}
