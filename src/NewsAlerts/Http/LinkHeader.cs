using System.Text.RegularExpressions;

namespace NewsAlerts.Http;

/// <summary>Reads the <c>Link</c> header (RFC 8288 §3).</summary>
internal static partial class LinkHeader
{
    /// <summary>The targets of the links of a relation, in order, as they are written.</summary>
    /// <param name="header">The header's values, joined by commas; null means that there is none.</param>
    /// <param name="relation">The relation, such as <c>hub</c>.</param>
    public static IEnumerable<string> TargetsOf(string? header, string relation) =>
        from Match link in Link().Matches(header ?? "")
        where RelationsOf(link).Contains(relation, StringComparer.OrdinalIgnoreCase)
        select link.Groups["target"].Value.Trim();

    // Of several parameters of one name the first counts (RFC 8288 §3.3).
    private static string[] RelationsOf(Match link)
    {
        var index = link.Groups["name"].Captures.ToList().FindIndex(name => name.Value.Equals("rel", StringComparison.OrdinalIgnoreCase));
        return index < 0 ? [] : link.Groups["value"].Captures[index].Value.Trim('"').Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex(
        """<(?<target>[^<>]*)>(?:\s*;\s*(?<name>[^\s=;,]+)\s*(?:=\s*(?<value>"[^"]*"|[^\s;,"]*)|(?<value>)))*""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
