using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Configuration.Editing;

/// <summary>
/// Decides which feeds are new, and finds a free name for each. One that is named twice, as a feed in two folders is, is added
/// once and has the tags of both.
/// </summary>
/// <param name="urls">The addresses that are taken, normalised.</param>
/// <param name="names">The names that are taken.</param>
internal sealed class FeedSelection(HashSet<string> urls, HashSet<string> names)
{
    private const string FeedScheme = "feed:";

    private readonly List<NewFeed> _added = [];
    private readonly Dictionary<string, int> _places = [];
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
        var url = WebAddressText.Encode(feed.Url);
        var problem = WebAddressText.Check(url);
        if (problem?.Suggestion is { } meant && url.StartsWith(FeedScheme, StringComparison.OrdinalIgnoreCase))
        {
            (url, problem) = (meant, null);
        }

        var normal = WebAddressText.Normalise(url);
        if (problem is not null)
        {
            _refused.Add(RefusedFeed.Of(feed, problem.Message));
        }
        else if (!urls.Add(normal))
        {
            _present.Add(feed);
            AddTags(normal, feed.Tags);
        }
        else
        {
            _places[normal] = _added.Count;
            _added.Add(new NewFeed(url, FreeName(feed.Name, url), [.. feed.Tags.Distinct()]));
        }
    }

    private void AddTags(string url, IReadOnlyList<string> tags)
    {
        if (_places.TryGetValue(url, out var place))
        {
            _added[place] = _added[place] with { Tags = [.. _added[place].Tags.Union(tags)] };
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
