using NewsAlerts.Rules.Matching;

namespace NewsAlerts.Rules;

/// <summary>What queries can ask of an item beside its texts.</summary>
public sealed record ItemAbout
{
    /// <summary>What stands between the values of a field in its text.</summary>
    public const char Between = '\n';

    /// <summary>Who wrote it.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The names and tags of its feed.</summary>
    public IReadOnlyList<string> FeedLabels { get; init; } = [];

    /// <summary>The address of the article.</summary>
    public string? Link { get; init; }

    /// <summary>An address at the site that published it, where its link does not lead there; null where it does.</summary>
    public string? Site { get; init; }

    /// <summary>Subjects and tags.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The language, as a tag after BCP 47: <c>en-US</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The text of one field, of several values each on a line; empty where absent.</summary>
    public string this[TextField field] => field switch
    {
        TextField.Author => string.Join(Between, Authors),
        TextField.Feed => string.Join(Between, FeedLabels),
        TextField.Site => SiteName.OfLink(Site ?? Link).ToString(),
        TextField.Link => Link ?? "",
        TextField.Category => string.Join(Between, Categories),
        TextField.Language => Language ?? "",
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
