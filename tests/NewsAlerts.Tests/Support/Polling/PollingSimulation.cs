using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Polling;

namespace NewsAlerts.Tests.Support.Polling;

/// <summary>
/// Watches a feed whose publications are known, by the schedule that the service follows: a timer that rings every
/// minute, and a state that learns from nothing but the items that each poll shows.
/// </summary>
internal static class PollingSimulation
{
    private static readonly TimeSpan Timer = TimeSpan.FromMinutes(1);

    /// <summary>Watches from the start to the poll that finds the last publication.</summary>
    /// <param name="published">The feed.</param>
    /// <param name="every">The interval that its owner set; null where it has its own pace.</param>
    /// <param name="shown">How many items a document of the feed shows.</param>
    public static WatchedFeed Watch(PublishedFeed published, TimeSpan? every, int shown = 30)
    {
        var feed = new Feed { Url = "https://example.org/feed", Every = every };
        var state = new FeedState { Url = feed.Url };
        var items = published.Times.Select((time, index) => new Item { Guid = $"{index}", Published = time }).ToList();
        var (polls, delays) = (new List<DateTimeOffset>(), new List<TimeSpan>());
        var found = 0;
        for (var now = published.Start; found < items.Count; now = Ring(state.Due ?? now + Timer, published.Start))
        {
            var known = found;
            found += items.Skip(found).TakeWhile(item => item.Published <= now).Count();
            var document = items.Take(found).TakeLast(shown).ToList();
            var fresh = items.Take(found).Skip(known).ToList();
            delays.AddRange(polls.Count == 0 ? [] : fresh.Select(item => now - (item.Published ?? now)));
            polls.Add(now);
            var after = state with { Polled = now, Succeeded = now, Hints = published.Hints };
            var noneWasKnown = polls.Count > 1 && fresh.Count >= document.Count;
            state = FeedLesson.Learn(
                new PolledFeed(feed, state, after, null),
                fresh.Count > 0 ? new ShownItems(document, fresh, noneWasKnown, GuidsTellNothing: false) : ShownItems.Unchanged,
                phase: TimeSpan.Zero);
        }

        return new WatchedFeed(published, polls, delays);
    }

    private static DateTimeOffset Ring(DateTimeOffset due, DateTimeOffset start) =>
        start + (Timer * Math.Ceiling((due - start) / Timer));
}
