using System.Globalization;
using System.Text;
using NewsAlerts.Names.Spellings;

namespace NewsAlerts.Names.Tables;

/// <summary>
/// From sounds to Katakana, by <see cref="KanaRows"/>; a vowel may be long, a doubled consonant short.
/// </summary>
internal static class KanaSpelling
{
    private const string Glides = "ャュョ";

    public static readonly SoundTable Table = SoundTable.Read(
        """
        l' : リ ル~1
        dev$ : ジェフ デフ
        r(!aiueojyAIUOEöüër$) : ル ー~2
        n(aiueo) : ナ
        (!^)m(pb) : ン ム~1
        t(C) : ッ
        g$ : グ ク~1
        (aeiouE)t$ : ト ット
        (aeiouE)k$ : ク ック~1
        (aeiouE)p$ : プ ップ
        (aeiouE)d$ : ド ッド~1 ト~2
        v$ : フ ブ~1
        ' : -
        3 : -
        2 : -
        h$ : - フ~2
        N : ング ン~2
        """,
        Rows());

    private static string Rows()
    {
        var lines = new StringBuilder();
        for (var vowel = 0; vowel < KanaRows.Vowels.Length; vowel++)
        {
            lines.Append(Line(KanaRows.Vowels[vowel].ToString(), "アイウエオ"[vowel].ToString(), 3));
        }

        lines.Append("kE : キャ カ~2 ケ~2\ngE : ギャ ガ~2 ゲ~2\n");
        lines.Append("A : アー ア~1\nI : イー イ~1\nU : ウー ウ~1\nO : オー オ~1\nE : エ エー~3\n");
        lines.Append("y : イ\nö : エ\nü : ユ\në : ヨ\n");
        lines.Append("ou : オー オウ~1 オ~1\n");
        foreach (var (sound, syllables, alone) in KanaRows.All)
        {
            AddSyllables(lines, sound, syllables);
            AddGlides(lines, sound, syllables[1].Split(' ')[^1]);
            var doubled = "kpt".Contains(sound[0], StringComparison.Ordinal) ? "ッ -" : "- ッ";
            lines.Append(Choices(sound, alone, "")).Append(Choices($"{sound}({sound})", doubled, ""));
        }

        return lines.ToString();
    }

    private static void AddSyllables(StringBuilder lines, string sound, string[] syllables)
    {
        for (var vowel = 0; vowel < syllables.Length; vowel++)
        {
            var usual = syllables[vowel];
            var group = sound + KanaRows.Vowels[vowel];
            lines.Append(Line(group, usual, 3));
            lines.Append(Choices(sound + char.ToUpperInvariant(KanaRows.Vowels[vowel]), usual, "ー"));
        }

        lines.Append(Line(sound + "y", syllables[1], 4));
        lines.Append(Line(sound + "ö", syllables[3], 3));
        lines.Append(Line(sound + "ou", syllables[4], 1));
        lines.Append(Line(sound + "i$", syllables[1], 1));
        lines.Append(Line(sound + "ij$", syllables[1].Split(' ')[^1], 0));
        lines.Append(Line(sound + "E", syllables[0].Split(' ')[0], 3));
        lines.Append(Choices(sound + "yj$", syllables[1], "ー"));
        var (a, e) = (syllables[0].Split(' ')[0], syllables[3].Split(' ')[0]);
        lines.Append(CultureInfo.InvariantCulture, $"{sound}er$ : {a}ー {e}ル~1 {e}ア~2\n");
        lines.Append(CultureInfo.InvariantCulture, $"{sound}er(bdgknstvz) : {e}ル {a}ー~1\n");
        lines.Append(CultureInfo.InvariantCulture, $"{sound}ar(!aeiour) : {a}ー~1 {a}ル\n");
    }

    private static void AddGlides(StringBuilder lines, string sound, string palatal)
    {
        var stem = palatal[^1] is 'ャ' or 'ュ' or 'ョ' ? palatal[..^1] : palatal;
        for (var glide = 0; glide < Glides.Length; glide++)
        {
            lines.Append(Line($"{sound}j{"auo"[glide]}", $"{stem}{Glides[glide]} {stem}{"ヤユヨ"[glide]}", 3));
        }

        lines.Append(Line(sound + "ë", stem + 'ョ', 3)).Append(Line(sound + "ü", stem + 'ュ', 1));
    }

    /// <summary>A group's syllables, and each with a long vowel at a price.</summary>
    private static string Line(string group, string syllables, int lengthening) =>
        $"{group} : {Joined(syllables, (form, i) => $"{form}~{i} {form}ー~{i + lengthening}")}\n";

    private static string Choices(string group, string syllables, string after) =>
        $"{group} : {Joined(syllables, (form, i) => $"{form}{after}~{i * 2}")}\n";

    private static string Joined(string syllables, Func<string, int, string> write) =>
        string.Join(' ', syllables.Split(' ').Select(write));
}
