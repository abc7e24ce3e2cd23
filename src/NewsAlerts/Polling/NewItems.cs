using NewsAlerts.Archive;
using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Stories;

namespace NewsAlerts.Polling;

/// <summary>Finds the items of a polled feed that were never seen in it.</summary>
/// <param name="firstPoll">How old an item may be to alert at the first poll of its feed.</param>
/// <param name="time">Tells how old an item is.</param>
internal sealed class NewItems(TimeSpan firstPoll, TimeProvider time)
{
    /// <summary>Takes note of all items, and finds those that are new.</summary>
    /// <param name="polled">The feed.</param>
    /// <param name="document">Its document.</param>
    /// <param name="seen">What the shard has seen.</param>
    public FoundItems Find(PolledFeed polled, FeedDocument document, SeenItems seen)
    {
        var now = time.GetUtcNow();
        var noted = seen.Note(polled.Feed.Url, document.Items, polled.Before.GuidsTellNothing, now);
        return new FoundItems(
            noted.Fresh.Count == 0 ? [] : Archived(polled, document, noted, now),
            new ShownItems(
                document.Items,
                [.. noted.Fresh.Select(fresh => document.Items[fresh.Index])],
                noted.NoneWasKnown,
                noted.GuidsTellNothing));
    }

    private List<ArchivedItem> Archived(PolledFeed polled, FeedDocument document, NotedItems noted, DateTimeOffset now)
    {
        var stories = StoryKey.Of(polled.Feed.Url, document, noted.Ids);
        return [.. from fresh in noted.Fresh
                   let item = document.Items[fresh.Index]
                   let id = noted.Ids[fresh.Index]
                   select new ArchivedItem
                   {
                       Id = id,
                       Story = fresh.LinkIsShared ? StoryKey.Of(polled.Feed.Url, id) : stories[fresh.Index],
                       FeedUrl = polled.Feed.Url,
                       FeedTitle = document.Title,
                       Seen = now,
                       IsPrivate = polled.Feed.Credentials is not null,
                       Quiet = polled.Before.Succeeded is null ? TooOld(item, now) : null,
                       Item = item.Language is null ? item with { Language = document.Language } : item,
                   }];
    }

    private string? TooOld(Item item, DateTimeOffset now) => (item.Published ?? item.Updated) switch
    {
        null => "it has no date, and this was the first poll of its feed",
        { } date when now - date > firstPoll => "it was old at the first poll of its feed",
        _ => null,
    };
}
