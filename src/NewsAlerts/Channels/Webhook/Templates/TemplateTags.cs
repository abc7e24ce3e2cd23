using System.Text.RegularExpressions;

namespace NewsAlerts.Channels.Webhook.Templates;

/// <summary>Finds the tags of a template, with their places, which Handlebars.Net does not tell of every mistake.</summary>
internal static partial class TemplateTags
{
    private const string Open = "{{";
    private const string Close = "}}";

    /// <summary>The tags in order, comments left out; and where one has no end, or the wrong one, that.</summary>
    public static (IReadOnlyList<TemplateTag> Tags, TemplateFinding? Mistake) Read(string text)
    {
        var tags = new List<TemplateTag>();
        for (var start = text.IndexOf(Open, StringComparison.Ordinal); start >= 0;)
        {
            if (start > 0 && text[start - 1] == '\\')
            {
                start = text.IndexOf(Open, start + 2, StringComparison.Ordinal);
                continue;
            }

            var isComment = text.AsSpan(start + 2).TrimStart('~').StartsWith("!");
            var close = isComment && text.AsSpan(start + 2).TrimStart('~').StartsWith("!--") ? "--}}"
                : text.AsSpan(start + 2).StartsWith("{") ? "}}}" : Close;
            var end = text.IndexOf(close, start + 2, StringComparison.Ordinal);
            if (end < 0)
            {
                return (tags, new TemplateFinding(start, 2, $"what begins here is not ended by '{close}'"));
            }

            var after = end + close.Length;
            if (close == Close && !isComment && after < text.Length && text[after] == '}')
            {
                return (tags, new TemplateFinding(end, 3, "'}}}' ends what '{{{' begins: put a space between '}}' and '}'"));
            }

            if (!isComment)
            {
                tags.Add(Tag(text, start, after));
            }

            start = text.IndexOf(Open, after, StringComparison.Ordinal);
        }

        return (tags, null);
    }

    private static TemplateTag Tag(string text, int start, int end)
    {
        var at = start + 2;
        at += text[at] == '~' ? 1 : 0;
        var sign = "#/^>&{".Contains(text[at], StringComparison.Ordinal) ? text[at++] : ' ';
        var words = Word().Matches(text[at..end].TrimEnd('}', '~')).Select(match => (match.Value, at + match.Index));
        return new TemplateTag(start, end - start, sign, [.. words]);
    }

    /// <summary>A quoted text, <c>as |names|</c>, a path with <c>[names in brackets]</c>, or a sign.</summary>
    [GeneratedRegex("""\"[^\"]*\"|'[^']*'|\|[^|]*\||[()=*>]|(?:\[[^\]]*\]|[^\s()=|\"'>*])+""")]
    private static partial Regex Word();
}
