using System.Text.RegularExpressions;
using NewsAlerts.Configuration.Values;

namespace NewsAlerts.Configuration.Editing;

/// <summary>Writes a feed as YAML.</summary>
internal static partial class FeedWriter
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
        yield return $"url: {Scalar(feed.Url)}";
        if (feed.Name is not null)
        {
            yield return $"name: {Scalar(feed.Name)}";
        }

        if (feed.Tags.Count > 0)
        {
            yield return $"tags: [{string.Join(", ", feed.Tags.Select(Scalar))}]";
        }
    }

    /// <summary>A text without quotes where every reader of YAML takes it for this text, in quotes otherwise.</summary>
    private static string Scalar(string text)
    {
        var line = Unprintable().Replace(WhiteSpace().Replace(text, " ").Trim(), "");
        var escaped = EnvironmentText.Escape(line);
        return Plain().IsMatch(escaped) && !OtherThanText().IsMatch(escaped)
            ? escaped
            : $"\"{escaped.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"[\p{Cc}\ufeff\ufffe\uffff]|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])")]
    private static partial Regex Unprintable();

    [GeneratedRegex(@"^[\p{L}\p{Nd}](?:[\p{L}\p{M}\p{Nd}/._~%+=&;@()'!*?-]|[:#](?=[\p{L}\p{Nd}/])|(?<![:]) (?=[\p{L}\p{Nd}(]))*\z")]
    private static partial Regex Plain();

    /// <summary>What YAML 1.1 or 1.2 takes for a number, a date, a truth value or nothing.</summary>
    [GeneratedRegex(@"^(?:[0-9][-+0-9._:a-fox]*|\.?(?:inf|nan)|y|n|yes|no|on|off|true|false|null)$", RegexOptions.IgnoreCase)]
    private static partial Regex OtherThanText();
}
