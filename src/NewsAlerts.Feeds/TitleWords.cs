using System.Globalization;
using System.Text;

namespace NewsAlerts.Feeds;

/// <summary>
/// The words by which a title is found again: lower case, without accents; where a script has no spaces between words,
/// pairs of characters. For finding, not for matching, and stored for months: its rules are guarded by tests.
/// </summary>
public static class TitleWords
{
    /// <summary>The distinct words of a title, in its order.</summary>
    public static IReadOnlyList<string> Of(string? title)
    {
        var words = new List<string>();
        var run = new StringBuilder();
        var isUnspaced = false;
        Span<char> units = stackalloc char[2];
        foreach (var rune in (title ?? "").Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            {
                continue;
            }

            var isWord = Rune.IsLetterOrDigit(rune) || category == UnicodeCategory.SpacingCombiningMark;
            if (!isWord || IsUnspaced(rune) != isUnspaced)
            {
                End(run, isUnspaced, words);
                isUnspaced = isWord && IsUnspaced(rune);
            }

            if (isWord)
            {
                run.Append(units[..Rune.ToLowerInvariant(rune).EncodeToUtf16(units)]);
            }
        }

        End(run, isUnspaced, words);
        return [.. words.Distinct()];
    }

    private static void End(StringBuilder run, bool isUnspaced, List<string> words)
    {
        if (run.Length == 0)
        {
            return;
        }

        var text = run.ToString();
        run.Clear();
        if (isUnspaced && text.EnumerateRunes().ToList() is { Count: > 1 } runes)
        {
            words.AddRange(runes.Zip(runes.Skip(1), (one, next) => $"{one}{next}"));
        }
        else
        {
            words.Add(text);
        }
    }

    // Thai and Lao, Burmese, Khmer, Kana, Han.
    private static bool IsUnspaced(Rune rune) => rune.Value is
        (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x3FFFF);
}
