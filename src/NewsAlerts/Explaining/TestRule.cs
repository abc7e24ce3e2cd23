using NewsAlerts.Archive;
using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Rules;
using NewsAlerts.Storage;

namespace NewsAlerts.Explaining;

/// <summary>Tries a query on the past: what it would have told, before anybody trusts it.</summary>
internal sealed class TestRule(CurrentConfiguration configuration, ItemArchive archive, TimeProvider time)
{
    private const int MostNewest = 20;

    /// <summary>Runs a query against the archive.</summary>
    /// <param name="query">The query.</param>
    /// <param name="feeds">Names or tags of the feeds to look at; every feed if empty.</param>
    /// <param name="since">How far to look back.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<RuleTest> RunAsync(
        Query query, IReadOnlyList<string> feeds, TimeSpan since, CancellationToken cancellationToken)
    {
        var snapshot = configuration.Snapshot;
        var rules = RuleMatcher.Compile([query]);
        var chosen = snapshot.Configuration.Feeds.Where(feed => feed.Labels.Any(feeds.Contains)).Select(feed => feed.Url).ToHashSet();
        var now = time.GetUtcNow();
        var begins = await archive.ReadBeginAsync(cancellationToken);
        var from = begins > now - since ? begins.Value : now - since;

        var (items, matches, quiet) = (0, 0, 0);
        var shown = new HashSet<string>();
        var told = new HashSet<string>();
        var headlines = new HashSet<string>();
        var days = DaysOf(from, now).ToDictionary(day => day, _ => 0);
        var newest = new PriorityQueue<TestedItem, DateTimeOffset>();
        var beside = new BesideWords();
        var matched = new List<int>();
        await foreach (var item in archive.ScanAsync(from, cancellationToken).Where(item => feeds.Count == 0 || chosen.Contains(item.FeedUrl)))
        {
            items++;
            var text = ItemTexts.Of(item, snapshot.FindFeed(item.FeedUrl));
            rules.Match(text, matched);
            IReadOnlyList<WordMatch> places = matched.Count > 0 ? rules.Locate(0, text) : [];
            beside.Add(text, matched.Count > 0, places);
            if (matched.Count == 0)
            {
                continue;
            }

            matches++;
            quiet += item.Quiet is null ? 0 : 1;
            if (shown.Add(item.Story))
            {
                newest.Enqueue(new TestedItem(item, text, snapshot.NameOfFeed(item.FeedUrl, item.FeedTitle), places), item.Seen);
            }

            if (newest.Count > MostNewest)
            {
                newest.Dequeue();
            }

            if (item.Quiet is null && told.Add(item.Story))
            {
                headlines.Add(string.Join(' ', TitleWords.Of(item.Item.Title)));
                days[DayOf(item.Seen)] = days.GetValueOrDefault(DayOf(item.Seen)) + 1;
            }
        }

        return new RuleTest
        {
            From = from,
            To = now,
            ArchiveBegins = begins,
            Items = items,
            Matches = matches,
            Quiet = quiet,
            Alerts = days.Values.Sum(),
            Stories = headlines.Count,
            Days = [.. days.OrderBy(day => day.Key).Select(day => new DayCount(day.Key, day.Value))],
            Newest = [.. newest.UnorderedItems.OrderByDescending(entry => entry.Priority).Select(entry => entry.Element)],
            Beside = beside.Find(),
        };
    }

    private static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);

    private static IEnumerable<DateOnly> DaysOf(DateTimeOffset from, DateTimeOffset to)
    {
        for (var day = DayOf(from); day <= DayOf(to); day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
