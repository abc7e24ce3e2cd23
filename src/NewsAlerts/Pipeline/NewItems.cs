using NewsAlerts.Feeds;
using NewsAlerts.Items;
using NewsAlerts.Storage;
using NewsAlerts.Stories;

namespace NewsAlerts.Pipeline;

/// <summary>Finds the items of a polled feed that were never seen in it.</summary>
/// <param name="firstPoll">How old an item may be to alert at the first poll of its feed.</param>
/// <param name="time">Tells how old an item is.</param>
internal sealed class NewItems(TimeSpan firstPoll, TimeProvider time)
{
    /// <summary>Takes note of all items, and returns those that are new; those that are to alert nobody say why.</summary>
    /// <param name="polled">The feed.</param>
    /// <param name="document">Its document.</param>
    /// <param name="seen">What the shard has seen.</param>
    public IReadOnlyList<ArchivedItem> Find(PolledFeed polled, FeedDocument document, SeenItems seen)
    {
        var now = time.GetUtcNow();
        var found = seen.Note(polled.Feed.Url, document.Items, now);
        if (found.Count == 0)
        {
            return [];
        }

        var stories = StoryKey.Of(polled.Feed.Url, document);
        return [.. from fresh in found
                   let item = document.Items[fresh.Index]
                   select new ArchivedItem
                   {
                       Id = ItemId.Of(item),
                       Story = fresh.LinkIsShared ? StoryKey.Of(polled.Feed.Url, item) : stories[fresh.Index],
                       FeedUrl = polled.Feed.Url,
                       FeedTitle = document.Title,
                       Seen = now,
                       Quiet = polled.Before.Succeeded is null ? TooOld(item, now) : null,
                       Item = item,
                   }];
    }

    private string? TooOld(Item item, DateTimeOffset now) => (item.Published ?? item.Updated) switch
    {
        null => "it has no date, and this was the first poll of its feed",
        { } date when now - date > firstPoll => "it was old at the first poll of its feed",
        _ => null,
    };
}
