using System.Globalization;
using System.Text;

namespace NewsAlerts.Yaml;

/// <summary>A line of text with a place in it pointed at from the line below.</summary>
/// <param name="Line">The part of the line around the place, in at most 72 columns.</param>
/// <param name="Marks">Spaces up to the place, then <c>^~~~</c>.</param>
internal sealed record Excerpt(string Line, string Marks)
{
    private const int Width = 72;
    private const string Ellipsis = "...";

    /// <summary>Shows a place in a text; line breaks and tabs are shown as spaces.</summary>
    public static Excerpt Of(string text, int start, int length)
    {
        start = Math.Clamp(start, 0, text.Length);
        var isShort = text.Length <= Width - (2 * Ellipsis.Length);
        var from = isShort || start <= Width - 24 ? 0 : Boundary(text, start - (Width / 2));
        var to = from;
        for (var columns = 0; to < text.Length && columns < Width - (2 * Ellipsis.Length); to = Boundary(text, to + 1, forward: true))
        {
            columns += Columns(text, to);
        }

        var before = from > 0 ? Ellipsis : "";
        var after = to < text.Length ? Ellipsis : "";
        var line = before + Printable(text[from..to]) + after;
        var marked = Math.Max(1, ColumnsBetween(text, start, Math.Min(start + length, to)));
        return new Excerpt(line, new string(' ', before.Length + ColumnsBetween(text, from, start)) + '^' + new string('~', marked - 1));
    }

    public override string ToString() => $"{Line}\n{Marks}";

    private static int ColumnsBetween(string text, int from, int to)
    {
        var columns = 0;
        for (var index = from; index < to; index++)
        {
            columns += Columns(text, index);
        }

        return columns;
    }

    /// <summary>How many columns a terminal gives to a UTF-16 unit: scripts of the Far East take two.</summary>
    private static int Columns(string text, int index) => text[index] switch
    {
        var unit when char.IsLowSurrogate(unit) => 0,
        var unit when char.IsHighSurrogate(unit) => 2,
        var unit when CharUnicodeInfo.GetUnicodeCategory(unit)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        (>= '\u1100' and <= '\u115f') or (>= '\u2e80' and <= '\ua4cf') or (>= '\uac00' and <= '\ud7a3')
            or (>= '\uf900' and <= '\ufaff') or (>= '\ufe30' and <= '\ufe6f') or (>= '\uff00' and <= '\uff60') => 2,
        _ => 1,
    };

    private static int Boundary(string text, int index, bool forward = false) =>
        index > 0 && index < text.Length && char.IsLowSurrogate(text[index]) && char.IsHighSurrogate(text[index - 1])
            ? index + (forward ? 1 : -1)
            : index;

    private static string Printable(string text) =>
        text.Aggregate(new StringBuilder(), (line, unit) => line.Append(char.IsControl(unit) ? ' ' : unit)).ToString();
}
