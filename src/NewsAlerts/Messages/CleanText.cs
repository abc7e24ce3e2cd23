using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsAlerts.Messages;

/// <summary>
/// Makes a feed's text safe to put on one line of a message: control characters and line breaks become spaces, white
/// space collapses, lone surrogates become U+FFFD, and the characters that turn the direction of what surrounds them
/// (UAX #9 embeddings, overrides and isolates) are removed. Marks that Arabic, Hebrew, Persian and emoji need stay.
/// </summary>
internal static class CleanText
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c)]);

    /// <summary>The text, cleaned; empty where there is none.</summary>
    public static string Of(string? text) => Of(text ?? "", []).Text;

    /// <summary>The text, cleaned, with the lit ranges moved to where their words now are.</summary>
    /// <param name="text">The text as it is in the item.</param>
    /// <param name="lit">Ranges of it, in any order, overlapping or out of bounds.</param>
    public static LitText Of(string text, IEnumerable<LitRange> lit)
    {
        var (clean, places) = IsClean(text) ? (text, null) : Clean(text);
        return LitText.Of(clean, lit.Select(range => Move(range, text.Length, places)));
    }

    private static LitRange Move(LitRange range, int length, int[]? places)
    {
        var start = Math.Clamp(range.Start, 0, length);
        var end = (int)Math.Clamp((long)range.Start + range.Length, start, length);
        return places is null
            ? new LitRange(start, end - start)
            : new LitRange(places[start], places[end] - places[start]);
    }

    /// <summary>The cleaned text and, for every place of the original, its place there.</summary>
    private static (string Text, int[] Places) Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var places = new int[text.Length + 1];
        var i = 0;
        while (i < text.Length)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            places.AsSpan(i, length).Fill(clean.Length);
            if (IsSpace(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (!TurnsDirection(rune.Value))
            {
                clean.Append(rune);
            }

            i += length;
        }

        if (clean.Length > 0 && clean[^1] == ' ')
        {
            clean.Length--;
        }

        places[text.Length] = clean.Length;
        for (var p = 0; p < places.Length; p++)
        {
            places[p] = Math.Min(places[p], clean.Length);
        }

        return (clean.ToString(), places);
    }

    /// <summary>Whether the text is printable ASCII with single spaces, as most are: nothing to do then.</summary>
    private static bool IsClean(string text)
    {
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var word = rest.IndexOfAnyExcept(Plain);
            if (word < 0)
            {
                return true;
            }

            if (word == 0 || rest[word] != ' ' || word + 1 == rest.Length)
            {
                return false;
            }

            rest = rest[(word + 1)..];
        }

        return true;
    }

    private static bool IsSpace(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control;

    private static bool TurnsDirection(int rune) =>
        rune is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;
}
