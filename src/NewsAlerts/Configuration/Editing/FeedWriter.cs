namespace NewsAlerts.Configuration.Editing;

/// <summary>Writes a feed as YAML.</summary>
internal static class FeedWriter
{
    /// <summary>The feed as one value in braces.</summary>
    public static string Flow(NewFeed feed) => $"{{ {string.Join(", ", Pairs(feed))} }}";

    /// <summary>The feed as an entry of a list, without a line break at its end.</summary>
    public static string Block(NewFeed feed, ListLayout layout, string lineBreak) => layout.IsFlow
        ? $"{layout.Indent}-{layout.Gap}{Flow(feed)}"
        : $"{layout.Indent}-{layout.Gap}"
            + string.Join(lineBreak + layout.Indent + " " + layout.Gap, Pairs(feed));

    private static IEnumerable<string> Pairs(NewFeed feed)
    {
        yield return $"url: {YamlText.Of(feed.Url)}";
        if (feed.Name is not null)
        {
            yield return $"name: {YamlText.Of(feed.Name)}";
        }

        if (feed.Tags.Count > 0)
        {
            yield return $"tags: [{string.Join(", ", feed.Tags.Select(YamlText.Of))}]";
        }
    }
}
