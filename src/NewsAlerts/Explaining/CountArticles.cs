using NewsAlerts.Archive;
using NewsAlerts.Configuration;
using NewsAlerts.Matching;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Parsing;
using NewsAlerts.Subscriptions;

namespace NewsAlerts.Explaining;

/// <summary>
/// Says how many articles a subscription would have been sent in the last month, to somebody who asks before subscribing. Anybody may
/// ask: answers are kept for an hour, one is counted at a time, and counting has bounds; beyond them, the days are fewer, or there
/// is no answer.
/// </summary>
internal sealed class CountArticles(CurrentConfiguration configuration, ItemArchive archive, TimeProvider time) : IDisposable
{
    /// <summary>How many days are looked back on at most.</summary>
    public const int MostDays = 30;

    /// <summary>How many times an hour something is counted at most, whoever asks.</summary>
    public const int MostAnHour = 60;

    private const int MostItems = 100_000;
    private const int MostKept = 1_000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _one = new(1);
    private readonly Dictionary<string, (DateTimeOffset At, ArticleCount? Count)> _kept = [];
    private readonly Queue<DateTimeOffset> _counted = [];

    /// <summary>Counts them.</summary>
    /// <param name="subscription">The subscription, without mistakes.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>How many; null where it cannot be said now, or where less than a day is kept.</returns>
    public async Task<ArticleCount?> RunAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        var snapshot = configuration.Snapshot;
        var rule = subscription.Rule is { } name ? snapshot.Rules.Find(name) : null;
        var query = rule is null ? QueryParser.Parse(subscription.Query ?? "").Query : rule.Query;
        if (query is null || !await _one.WaitAsync(LongestWait, cancellationToken))
        {
            return null;
        }

        try
        {
            var key = $"{rule?.Name}\n{query}\n{string.Join(',', rule?.Feeds ?? [])}";
            Forget();
            if (_kept.TryGetValue(key, out var kept))
            {
                return kept.Count;
            }

            if (_counted.Count >= MostAnHour)
            {
                return null;
            }

            _counted.Enqueue(time.GetUtcNow());
            var count = await CountAsync(snapshot, query, rule, cancellationToken);
            _kept[key] = (time.GetUtcNow(), count);
            return count;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<ArticleCount?> CountAsync(
        ConfigurationSnapshot snapshot, Query query, WatchRule? rule, CancellationToken cancellationToken)
    {
        var (now, started) = (time.GetUtcNow(), time.GetTimestamp());
        var matcher = RuleMatcher.Compile([query]);
        var found = new Dictionary<string, DateTimeOffset>();
        var matched = new List<int>();
        var (items, since) = (0, now);
        await foreach (var part in archive.ScanBackAsync(now - TimeSpan.FromDays(MostDays), cancellationToken))
        {
            foreach (var item in part.Items)
            {
                var feed = snapshot.FindFeed(item.FeedUrl);
                if (item.Quiet is null && OpenToPeople.Is(item, feed) && (rule is null || snapshot.Rules.LooksAt(rule, item.FeedUrl)))
                {
                    matcher.Match(ItemTexts.Of(item, feed), matched);
                    if (matched.Count > 0)
                    {
                        found[item.Story] = item.Seen;
                    }
                }
            }

            since = part.ReadSince;
            items += part.Items.Count;
            if (items >= MostItems || time.GetElapsedTime(started) >= Longest)
            {
                break;
            }
        }

        if (await archive.ReadBeginAsync(cancellationToken) is not { } begun)
        {
            return null;
        }

        since = begun > since ? begun : since;
        var days = (int)Math.Round((now - since).TotalDays);
        return days < 1 ? null : new ArticleCount(found.Values.Count(seen => seen >= since), Math.Min(days, MostDays));
    }

    private void Forget()
    {
        var now = time.GetUtcNow();
        while (_counted.TryPeek(out var at) && (now - at).Duration() >= KeptFor)
        {
            _counted.Dequeue();
        }

        foreach (var (key, _) in _kept.Where(kept => (now - kept.Value.At).Duration() >= KeptFor).ToList())
        {
            _kept.Remove(key);
        }

        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }
    }
}
