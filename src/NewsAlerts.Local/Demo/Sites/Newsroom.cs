using System.Globalization;

namespace NewsAlerts.Local.Demo.Sites;

/// <summary>
/// Lets the sites tell their stories: some from the start, then one every few seconds, site by site, and when all are
/// told, the news that recurs every day. A site keeps its newest articles alone.
/// </summary>
internal sealed class Newsroom
{
    /// <summary>The most articles of a site; the oldest go.</summary>
    public const int MostArticles = 30;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(4);

    private readonly IReadOnlyList<Site> _sites;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, List<Article>> _articles;
    private readonly Lock _lock = new();
    private int _told;

    /// <summary>Opens the sites.</summary>
    /// <param name="sites">The sites.</param>
    /// <param name="time">The stories' times count back from the start.</param>
    public Newsroom(IReadOnlyList<Site> sites, TimeProvider time)
    {
        (_sites, _time) = (sites, time);
        var now = time.GetUtcNow();
        _articles = sites.ToDictionary(
            site => site.Name,
            site => site.Stories
                .Select(story => Tell(story, story.Id, now.AddMinutes(-story.MinutesAgo)))
                .OrderByDescending(article => article.Published)
                .ToList());
    }

    /// <summary>What a site tells now; null where there is no such site.</summary>
    /// <param name="name">The site.</param>
    /// <param name="address">Where the sites are served.</param>
    public FrontPage? Find(string name, string address)
    {
        lock (_lock)
        {
            return _sites.FirstOrDefault(site => site.Name == name) is { } site
                ? new FrontPage(site, $"{address}/{site.Name}/", [.. _articles[name]])
                : null;
        }
    }

    /// <summary>Tells one more story every few seconds, until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (true)
        {
            await Task.Delay(Pause, _time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested)
            {
                return;
            }

            TellNext();
        }
    }

    /// <summary>Tells the next story of the site whose turn it is.</summary>
    public void TellNext()
    {
        lock (_lock)
        {
            var (round, turn) = Math.DivRem(_told++, _sites.Count);
            var site = _sites[turn];
            var recurring = round - site.Later.Count;
            var story = recurring < 0 ? site.Later[round] : site.Recurring[recurring % site.Recurring.Count];
            var id = recurring < 0 ? story.Id : string.Create(CultureInfo.InvariantCulture, $"{story.Id}-{recurring + 1}");
            var articles = _articles[site.Name];
            articles.Insert(0, Tell(story, id, _time.GetUtcNow()));
            if (articles.Count > MostArticles)
            {
                articles.RemoveAt(MostArticles);
            }
        }
    }

    private static Article Tell(Story story, string id, DateTimeOffset time) => new(
        id,
        story.Title.Replace("{time}", time.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture), StringComparison.Ordinal),
        story.Summary,
        story.Category,
        time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond)));
}
