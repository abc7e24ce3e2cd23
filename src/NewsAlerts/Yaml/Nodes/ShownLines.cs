using System.Text.RegularExpressions;

namespace NewsAlerts.Yaml.Nodes;

/// <summary>
/// Finds what of a text that is not YAML may be shown with its lines. Nobody knows what is a secret there, as the error may be in its
/// key: so only the values of the keys that never hold one are shown.
/// </summary>
internal static partial class ShownLines
{
    private static readonly HashSet<string> Harmless =
    [
        "settings", "feeds", "rules", "destinations", "contact", "name", "tags", "every", "when", "notify", "type", "timeZone", "language",
    ];

    /// <summary>The places that are not to be shown.</summary>
    public static IEnumerable<(int Start, int End)> Hidden(SourceText source)
    {
        var (lastIndent, isQuery) = (-1, false);
        for (var start = 0; start < source.Text.Length;)
        {
            var end = source.EndOfLine(start);
            var line = source.Text[start..end];
            var indent = line.Length - line.TrimStart(' ').Length;
            var (from, endsInQuery) = FirstHidden(line);
            var continues = isQuery && indent > lastIndent;
            if (from < line.Length && !(from == indent && continues))
            {
                yield return (start + from, end);
            }

            if (from > indent)
            {
                (lastIndent, isQuery) = (indent, endsInQuery);
            }

            start = end + (source.Text.AsSpan(end).StartsWith("\r\n") ? 2 : 1);
        }
    }

    // Every part of a line, between commas and brackets, has a key; the first that has none, or one of another kind, ends what is
    // shown. Only a query goes on in the lines below.
    private static (int Place, bool IsQuery) FirstHidden(string line)
    {
        var isQuery = false;
        var part = line.Length - line.TrimStart(' ').Length;
        while (part < line.Length)
        {
            if (Key().Match(line, part) is not { Success: true, Groups: [_, var name] } key)
            {
                return (part, false);
            }

            if (!Harmless.Contains(name.Value))
            {
                return (key.Index + key.Length, false);
            }

            var value = key.Index + key.Length;
            isQuery = name.Value == "when";
            var length = line.AsSpan(value).IndexOfAny(isQuery ? "#" : "#,{");
            var next = length < 0 ? line.Length : value + length;

            // A comma or a line break may be missing between this key and the next one.
            if (!isQuery && line.AsSpan(value, next - value).Contains(':'))
            {
                return (value, false);
            }

            part = next + 1;
        }

        return (line.Length, isQuery);
    }

    [GeneratedRegex(@"\G[ \t-]*[{\[]?[ \t]*[""']?([\w-]+)[""']?[ \t]*:(?=\s|\z|[""'\[{])")]
    private static partial Regex Key();
}
