using NewsAlerts.Configuration.Values;

namespace NewsAlerts.Configuration.Editing;

/// <summary>Decides which feeds are new, and finds a free name for each.</summary>
/// <param name="urls">The addresses that are taken, normalised.</param>
/// <param name="names">The names that are taken.</param>
internal sealed class FeedSelection(HashSet<string> urls, HashSet<string> names)
{
    private const string FeedScheme = "feed:";

    private readonly List<NewFeed> _added = [];
    private readonly List<NewFeed> _present = [];
    private readonly List<RefusedFeed> _refused = [];

    public FeedListEdit Select(IEnumerable<NewFeed> feeds, string text)
    {
        foreach (var feed in feeds)
        {
            Select(feed);
        }

        return new FeedListEdit { Text = text, Added = _added, Present = _present, Refused = _refused };
    }

    private void Select(NewFeed feed)
    {
        var url = feed.Url.Trim();
        var problem = WebAddressText.Check(url);
        if (problem?.Suggestion is { } meant && url.StartsWith(FeedScheme, StringComparison.OrdinalIgnoreCase))
        {
            (url, problem) = (meant, null);
        }

        if (problem is not null)
        {
            var shown = problem.IsSecret && WebAddressText.TryRead(url, out var address) ? feed with { Url = address.Host } : feed;
            _refused.Add(new RefusedFeed(shown, problem.Message));
        }
        else if (!urls.Add(WebAddressText.Normalise(url)))
        {
            _present.Add(feed);
        }
        else
        {
            _added.Add(new NewFeed(url, FreeName(feed.Name, url), [.. feed.Tags.Distinct()]));
        }
    }

    /// <summary>The name, or where it is taken, the name and the host, and then a number.</summary>
    private string? FreeName(string? name, string url)
    {
        if (string.IsNullOrWhiteSpace(name) || names.Add(name))
        {
            return string.IsNullOrWhiteSpace(name) ? null : name;
        }

        var withHost = WebAddressText.TryRead(url, out var address) ? $"{name} ({address.Host})" : name;
        var free = withHost;
        for (var number = 2; !names.Add(free); number++)
        {
            free = $"{withHost} {number}";
        }

        return free;
    }
}
