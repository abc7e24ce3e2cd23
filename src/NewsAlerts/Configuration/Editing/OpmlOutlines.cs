using System.Net;
using NewsAlerts.Feeds;

namespace NewsAlerts.Configuration.Editing;

/// <summary>
/// Collects the feeds from the outlines of an OPML document (OPML 2.0, "What is an outline?", "Includes", "Subscription
/// lists"). The outlines around a feed are its folders, which become tags, and so do its categories.
/// </summary>
internal sealed class OpmlOutlines
{
    private const int MostFolders = 8;
    private const int MostCategories = 20;

    private readonly List<NewFeed> _feeds = [];
    private readonly List<RefusedFeed> _leftOut = [];
    private readonly List<(string? Name, bool IsComment)> _open = [];

    /// <summary>The feeds, in the order of the document.</summary>
    public IReadOnlyList<NewFeed> Feeds => _feeds;

    /// <summary>What is no feed to add, and why.</summary>
    public IReadOnlyList<RefusedFeed> LeftOut => _leftOut;

    /// <summary>An outline begins.</summary>
    /// <param name="attributes">Its attributes, under names of any case.</param>
    /// <param name="isEmpty">Whether it ends as well.</param>
    public void Open(Dictionary<string, string> attributes, bool isEmpty)
    {
        var name = Label(attributes, "title") ?? Label(attributes, "text");
        var isComment = IsComment(attributes);
        var url = attributes.GetValueOrDefault("xmlUrl", "").Trim();
        if (url.Length > 0)
        {
            Add(new NewFeed(url, name, [.. Tags(attributes)]), isComment, attributes.GetValueOrDefault("type", ""));
        }
        else if (ListOf(attributes) is { } list)
        {
            _leftOut.Add(RefusedFeed.Of(
                new NewFeed(list, name, []), "is another list, which is not fetched: save it, and import it by itself"));
        }

        if (!isEmpty)
        {
            _open.Add((url.Length > 0 ? null : name, isComment));
        }
    }

    /// <summary>The innermost open outline ends.</summary>
    public void Close() => _open.RemoveAt(_open.Count - 1);

    private void Add(NewFeed feed, bool isComment, string type)
    {
        if (isComment)
        {
            _leftOut.Add(RefusedFeed.Of(feed, "is commented out"));
        }
        else if (type.Contains('+', StringComparison.Ordinal))
        {
            // FreshRSS: HTML+XPath, JSON+DotNotation and others.
            _leftOut.Add(RefusedFeed.Of(
                feed, $"is no feed, but what another reader makes one of ({FeedLimits.Cut(type, FeedLimits.Name)})"));
        }
        else
        {
            _feeds.Add(feed);
        }
    }

    private IEnumerable<string> Tags(Dictionary<string, string> attributes) => _open
        .TakeLast(MostFolders).Select(folder => folder.Name).OfType<string>()
        .Concat(Categories(attributes).Take(MostCategories))
        .Distinct();

    // Separated by commas; a slash leads from a category to one inside it, as from a folder to another.
    private static IEnumerable<string> Categories(Dictionary<string, string> attributes) =>
        attributes.GetValueOrDefault("category", "").Split(',', '/').Select(Clean).OfType<string>();

    // What is below an outline that is commented out is so, too.
    private bool IsComment(Dictionary<string, string> attributes) =>
        (_open.Count > 0 && _open[^1].IsComment)
        || attributes.GetValueOrDefault("isComment", "").Trim().Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The address of another list: an include, or a link to a document of its kind.</summary>
    private static string? ListOf(Dictionary<string, string> attributes)
    {
        var url = attributes.GetValueOrDefault("url", "").Trim();
        var type = attributes.GetValueOrDefault("type", "").Trim();
        var isList = type.Equals("include", StringComparison.OrdinalIgnoreCase)
            || url.EndsWith(".opml", StringComparison.OrdinalIgnoreCase);
        return isList && url.Length > 0 ? url : null;
    }

    private static string? Label(Dictionary<string, string> attributes, string name) => Clean(attributes.GetValueOrDefault(name, ""));

    /// <summary>A name as plain text: feed readers often escape it twice, and break it over lines.</summary>
    private static string? Clean(string text) =>
        string.Join(' ', WebUtility.HtmlDecode(text).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))
            is { Length: > 0 } label ? FeedLimits.Cut(label, FeedLimits.Name) : null;
}
