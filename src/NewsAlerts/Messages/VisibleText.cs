using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsAlerts.Messages;

/// <summary>
/// Shows the characters that command a terminal or turn a line around as escapes, such as <c>\u001b</c>: the control
/// characters of Unicode (C0, DEL and C1), the marks, embeddings, overrides and isolates of UAX #9, and the separators of
/// lines and paragraphs. A tab and the end of a line stay. The escapes are those of JSON (RFC 8259 §7), so that JSON
/// means the same afterwards.
/// </summary>
internal static class VisibleText
{
    private static readonly SearchValues<char> Hidden = SearchValues.Create(
    [
        .. Range(0x00, 0x08), .. Range(0x0B, 0x1F), .. Range(0x7F, 0x9F),
        '\u061C', '\u200E', '\u200F', .. Range(0x2028, 0x202E), .. Range(0x2066, 0x2069),
    ]);

    /// <summary>The text with escapes; the same text where it needs none.</summary>
    public static string Of(string text) => text.AsSpan().ContainsAny(Hidden) ? Escape(text) : text;

    private static string Escape(string text)
    {
        var shown = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var endsLine = text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n';
            if (!endsLine && Hidden.Contains(text[i]))
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}");
            }
            else
            {
                shown.Append(text[i]);
            }
        }

        return shown.ToString();
    }

    private static IEnumerable<char> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}
