using NewsAlerts.Feeds.Markup;
using NewsAlerts.Feeds.Text;

namespace NewsAlerts.Feeds.Formats;

/// <summary>A document before its format is known.</summary>
internal sealed class SourceDocument(DecodedDocument decoded, FeedSource source)
{
    private const int DeepestRoot = 4;

    public string Text => decoded.Text;

    public FeedSource Source => source;

    public Links Links { get; } = new(source);

    /// <summary>Whether it starts as JSON does.</summary>
    public bool IsJson { get; } = decoded.Text.AsSpan().TrimStart().TrimStart('\uFEFF') is ['{' or '[', ..];

    /// <summary>Its elements; null where it is JSON.</summary>
    public MarkupDocument? Markup => IsJson ? null : field ??= MarkupTreeBuilder.Build(decoded.Text);

    /// <summary>The first element, no deeper than stray markup around a feed puts it, that is the root of a feed.</summary>
    public MarkupElement? FindRoot(Func<MarkupElement, bool> isRoot)
    {
        var level = Markup?.Roots ?? [];
        for (var depth = 0; depth < DeepestRoot && level.Count > 0; depth++)
        {
            if (level.FirstOrDefault(isRoot) is { } root)
            {
                return root;
            }

            level = [.. level.Where(element => element.Name != "html").SelectMany(element => element.Children)];
        }

        return null;
    }

    /// <summary>What every format states alike.</summary>
    public FeedDocument Start(FeedFormat format) => new()
    {
        Format = format,
        Encoding = decoded.Encoding,
        Malformed = decoded.IsMistaken || Markup is { IsMalformed: true },
    };
}
