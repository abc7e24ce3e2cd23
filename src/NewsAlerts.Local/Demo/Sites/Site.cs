using System.Text;

namespace NewsAlerts.Local.Demo.Sites;

/// <summary>A small news site, as stories.json tells it.</summary>
internal sealed record Site
{
    /// <summary>The name in its addresses.</summary>
    public required string Name { get; init; }

    /// <summary>What it calls itself.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about.</summary>
    public required string Description { get; init; }

    /// <summary>Its language (BCP 47).</summary>
    public required string Language { get; init; }

    /// <summary>The format of its feed: <c>rss</c>, <c>rdf</c>, <c>atom</c> or <c>json</c>.</summary>
    public required string Format { get; init; }

    /// <summary>The encoding of its feed, by its IANA name.</summary>
    public required string Encoding { get; init; }

    /// <summary>What it tells from the start.</summary>
    public required IReadOnlyList<Story> Stories { get; init; }

    /// <summary>What it tells later, one after the other.</summary>
    public required IReadOnlyList<Story> Later { get; init; }

    /// <summary>What it tells again and again, once everything else is told.</summary>
    public required IReadOnlyList<Story> Recurring { get; init; }

    /// <summary>The encoding of its feed, without a byte order mark.</summary>
    public Encoding GetEncoding() => Encoding == "utf-8"
        ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
        : CodePagesEncodingProvider.Instance.GetEncoding(Encoding) ?? System.Text.Encoding.GetEncoding(Encoding);
}
