using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace NewsAlerts.Web.Pages.Html;

/// <summary>
/// HTML that is safe to show. It is made from interpolated strings alone: what is written in them is HTML, and every text
/// that is put in is encoded, for the inside of elements and of quoted attributes.
/// </summary>
internal sealed class Markup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string _html;

    private Markup(string html) => _html = html;

    /// <summary>Nothing.</summary>
    public static Markup None { get; } = new("");

    /// <summary>The end of a line, for what is read in source; a text's own is encoded.</summary>
    public static Markup LineEnd { get; } = new("\n");

    /// <summary>Markup with its holes filled.</summary>
    public static Markup Of(Writer html) => new(html.ToString());

    /// <summary>A text, encoded.</summary>
    public static Markup Text(string text) => Of($"{text}");

    /// <summary>Something that somebody has entered: in whichever direction it is written, it leaves what surrounds it alone.</summary>
    public static Markup Entered(string text) => Of($"<bdi>{text}</bdi>");

    /// <summary>The HTML.</summary>
    public override string ToString() => _html;

    /// <summary>Writes what an interpolated string says; the compiler calls it.</summary>
    /// <param name="literalLength">How long its literal parts are.</param>
    /// <param name="formattedCount">How many holes it has.</param>
    [InterpolatedStringHandler]
    internal readonly struct Writer(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _html = new(literalLength + (32 * formattedCount));

        public void AppendLiteral(string html) => _html.Append(html);

        public void AppendFormatted(string? text) => _html.Append(Encoder.Encode(text ?? ""));

        public void AppendFormatted(Markup? html) => _html.Append(html);

        public void AppendFormatted(IEnumerable<Markup> parts) => _html.AppendJoin("", parts);

        public override string ToString() => _html.ToString();
    }
}
