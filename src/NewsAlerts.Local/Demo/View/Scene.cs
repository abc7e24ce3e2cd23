using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Messages;
using NewsAlerts.Messages.Texts;
using NewsAlerts.Polling;

namespace NewsAlerts.Local.Demo.View;

/// <summary>What there is to see at a moment; of items and matches only the newest, newest first.</summary>
internal sealed record Scene
{
    private const int MostRows = 60;

    /// <summary>The feeds, in the order of the configuration.</summary>
    public required IReadOnlyList<FeedRow> Feeds { get; init; }

    /// <summary>The destinations, in the order of the configuration.</summary>
    public required IReadOnlyList<DestinationRow> Destinations { get; init; }

    /// <summary>The newest items.</summary>
    public IReadOnlyList<ItemRow> Items { get; init; } = [];

    /// <summary>The newest items that matched.</summary>
    public IReadOnlyList<MatchRow> Matches { get; init; } = [];

    /// <summary>The scene after a poll.</summary>
    public Scene WithPoll(Feed feed, FeedState after, int newItems) => this with
    {
        Feeds = Replace(Feeds, row => row.Url == feed.Url, row => row with
        {
            Polled = after.Polled,
            Items = row.Items + newItems,
            Error = after.Error,
        }),
    };

    /// <summary>The scene after new items were found.</summary>
    public Scene WithItems(Feed feed, IReadOnlyList<ArchivedItem> items)
    {
        var name = Feeds.FirstOrDefault(row => row.Url == feed.Url)?.Name ?? feed.Url;
        var rows = items.Select(item => new ItemRow(item.Item.Published ?? item.Seen, name, CleanText.Of(item.Item.Title)));
        return this with { Items = [.. rows.Concat(Items).OrderByDescending(row => row.Time).Take(MostRows)] };
    }

    /// <summary>The scene after a delivery was tried.</summary>
    public Scene WithDelivery(DeliveryRecord record, IReadOnlyList<Alert> alerts)
    {
        var told = record.Status == DeliveryStatus.Delivered;
        var changed = this with
        {
            Destinations = Replace(Destinations, row => row.Name == record.Destination, row => row with
            {
                Alerts = row.Alerts + (told ? alerts.Count : 0),
                Messages = row.Messages + (told ? 1 : 0),
                Last = record,
            }),
        };
        return alerts.Aggregate(changed, (scene, alert) => scene.WithMatch(alert, told ? [record.Destination] : []));
    }

    // Each destination is told of the rules that name it: one item matched them all.
    private Scene WithMatch(Alert alert, IReadOnlyList<string> told)
    {
        var key = $"{alert.Feed.Url}\n{alert.ItemId}";
        var before = Matches.FirstOrDefault(row => row.Key == key) ?? new MatchRow(key, AlertText.Of(alert, Languages.English), [], []);
        var after = before with
        {
            Rules = [.. before.Rules.Union(alert.Rules.Select(rule => rule.Name))],
            Told = [.. before.Told.Union(told)],
        };
        var others = Matches.Where(row => row.Key != key);
        return this with { Matches = [.. others.Append(after).OrderByDescending(row => row.Text.Time).Take(MostRows)] };
    }

    private static IReadOnlyList<T> Replace<T>(IReadOnlyList<T> rows, Func<T, bool> which, Func<T, T> change) =>
        [.. rows.Select(row => which(row) ? change(row) : row)];
}
