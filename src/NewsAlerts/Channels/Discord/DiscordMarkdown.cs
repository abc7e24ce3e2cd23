using System.Text;
using NewsAlerts.Messages;

namespace NewsAlerts.Channels.Discord;

/// <summary>Discord's markdown, in which a backslash makes the sign behind it a plain one.</summary>
internal static class DiscordMarkdown
{
    private const string Signs = @"\*_~`|<>#-+[]()@:&!";

    /// <summary>
    /// The text as itself: no emphasis, heading, list, quote, link (an address becomes one by its colon), emoji,
    /// time stamp or mention. At most twice as long.
    /// </summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        var previous = '\0';
        foreach (var c in text)
        {
            var numbersList = c == '.' && char.IsAsciiDigit(previous);
            if (numbersList || Signs.Contains(c, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
            previous = c;
        }

        return escaped.ToString();
    }

    /// <summary>The same in at most <paramref name="limit"/> characters: half the limit always fits, however many signs need a backslash.</summary>
    public static string Escape(string text, int limit)
    {
        var escaped = Escape(text);
        return escaped.Length <= limit ? escaped : Escape(Graphemes.Cut(text, limit / 2));
    }
}
