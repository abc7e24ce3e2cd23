using NewsAlerts.Yaml;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Configuration.Sections;

/// <summary>The key <c>feeds</c>.</summary>
internal sealed class FeedsSection(MistakeList mistakes)
{
    /// <summary>The warning of an address that will be refused.</summary>
    public const string PrivateHost = "this host is private: name it under settings: allowPrivate, or it is refused";

    private readonly UniqueTexts _urls = new(mistakes);
    private readonly UniqueTexts _names = new(mistakes);
    private readonly HashSet<string> _tags = new(StringComparer.Ordinal);

    /// <summary>Every name and tag by which a rule can choose feeds, those of wrong feeds too.</summary>
    public IReadOnlySet<string> NamesAndTags { get; private set; } = new HashSet<string>();

    /// <summary>Whether every feed has a name: one without is known by its own title, which only a poll tells.</summary>
    public bool AllAreNamed { get; private set; } = true;

    public IReadOnlyList<Feed> Read(IReadOnlyList<MappingReader> entries, Settings settings)
    {
        var feeds = new List<Feed>(entries.Count);
        foreach (var entry in entries)
        {
            if (Read(entry, settings) is { } feed)
            {
                feeds.Add(feed);
            }
        }

        AllAreNamed = feeds.TrueForAll(feed => feed.Name is not null);
        NamesAndTags = _tags.Union(_names.All).ToHashSet(StringComparer.Ordinal);
        return feeds;
    }

    public Feed? Read(MappingReader feed, Settings settings)
    {
        var url = feed.Required("url", WebAddressText.Check);
        var name = feed.Text("name");
        var tags = feed.Texts("tags");
        var isOwn = url is not null && WebAddressText.IsOnOneOf(settings.AllowPrivate, url.Value);
        var least = isOwn ? TimeSpan.FromSeconds(1) : SettingsSection.LeastEvery;
        var every = feed.Duration("every", least, SettingsSection.MostEvery);
        var auth = feed.OptionalMapping("auth", "auth") is { } keys ? ReadAuth(keys, feed) : null;
        var fullText = feed.Flag("fullText");
        feed.RejectUnknownKeys();

        if (url is not null && !isOwn && WebAddressText.IsPrivate(url.Value))
        {
            mistakes.Warn(url.Node.Start, url.Node.End, PrivateHost);
        }

        if (url is not null && !isOwn && auth is not null && WebAddressText.IsReadableOnTheWay(url.Value))
        {
            mistakes.Warn(url.Node.Start, url.Node.End, "the credentials travel readable for everybody: use https://");
        }

        _urls.Add(url, WebAddressText.Normalise);
        _names.Add(name);
        _tags.UnionWith(tags.Select(tag => tag.Value));
        return url is null ? null : new Feed
        {
            Url = url.Value,
            Name = name?.Value,
            Tags = [.. tags.Select(tag => tag.Value)],
            Credentials = auth,
            Every = every ?? settings.Every,
            FullText = fullText ?? false,
        };
    }

    private static FeedCredentials? ReadAuth(MappingReader auth, MappingReader feed)
    {
        if (!AuthSection.Kinds.Any(auth.Has))
        {
            feed.Reject("auth", $"'auth' needs one of {string.Join(", ", AuthSection.Kinds)}");
        }

        return AuthSection.Read(auth);
    }
}
