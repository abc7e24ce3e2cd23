using NewsAlerts.Archive;
using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Storage;

namespace NewsAlerts.Polling.Articles;

/// <summary>
/// Gives new items the texts of their articles, where their feed wants that. It asks for no more than it must: not for
/// items that alert nobody, for at most 20 articles a poll, and for none any more once three have failed or one was refused.
/// </summary>
internal sealed class AddFullTexts(ArticleReader reader, TimeProvider time)
{
    /// <summary>How long the articles of all feeds of a round may take together.</summary>
    public static readonly TimeSpan TimeForARound = TimeSpan.FromSeconds(30);

    private const int MostArticles = 20;
    private const int MostFailures = 3;
    private const int AtOnce = 4;

    /// <summary>The items, each with the text of its article, or with the reason why it has none.</summary>
    /// <param name="feed">Their feed.</param>
    /// <param name="found">What was found in it.</param>
    /// <param name="ends">When the round's time for articles is over, UTC.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<FoundItems> RunAsync(
        Feed feed, FoundItems found, DateTimeOffset ends, CancellationToken cancellationToken)
    {
        if (!feed.FullText)
        {
            return found;
        }

        var items = found.New.ToArray();
        var wanted = Enumerable.Range(0, items.Length).Where(index => items[index].Quiet is null).ToList();
        foreach (var index in wanted.Skip(MostArticles))
        {
            items[index] = items[index] with { NoFullText = $"only {MostArticles} articles are read a poll" };
        }

        var left = ends - time.GetUtcNow();
        using var over = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        var failures = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(wanted.Take(MostArticles), options, async (index, _) =>
        {
            var read = Volatile.Read(ref failures) < MostFailures
                ? await ReadAsync(items[index], feed.Url, either.Token, cancellationToken)
                : new ReadArticle(null, "others of this poll could not be read");
            if (read.Problem is not null)
            {
                Interlocked.Add(ref failures, read.IsRefused ? MostFailures : 1);
            }

            items[index] = Add(items[index], read);
        });
        return found with { New = items };
    }

    /// <summary>What to say of a poll's articles; null where all could be read, or none was wanted.</summary>
    public static string? Summarize(IReadOnlyList<ArchivedItem> items)
    {
        var problems = items.Select(item => item.NoFullText).OfType<string>().ToList();
        var wanted = items.Count(item => item.Quiet is null);
        return problems.Count == 0 ? null : $"{problems.Count} of {wanted} new items have only their teaser: {problems[0]}";
    }

    private async Task<ReadArticle> ReadAsync(
        ArchivedItem item, string feed, CancellationToken either, CancellationToken cancellationToken)
    {
        if (item.Item.Link is not { } link)
        {
            return new ReadArticle(null, "the item has no link");
        }

        try
        {
            return await reader.ReadAsync(Redirectors.TargetOf(link), feed, either);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ReadArticle(null, $"the articles of this poll took more than {TimeForARound.TotalSeconds:0} s");
        }
    }

    // A feed may carry more than its page shows without a login.
    private static ArchivedItem Add(ArchivedItem item, ReadArticle read) =>
        read.Text?.Length > (item.Item.Content?.Length ?? 0)
            ? item with { Item = item.Item with { Content = read.Text } }
            : item with { NoFullText = read.Problem };
}
