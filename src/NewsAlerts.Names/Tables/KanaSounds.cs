using System.Globalization;
using System.Text;
using NewsAlerts.Names.Spellings;

namespace NewsAlerts.Names.Tables;

/// <summary>
/// From Katakana to sounds, by <see cref="KanaRows"/>: what is not told apart in Kana (l and r, b and v) is read both
/// ways.
/// </summary>
internal static class KanaSounds
{
    public static readonly SoundTable Table = SoundTable.Read(
        """
        ア : a
        イ : i j~2
        ウ : u w~2
        エ : e
        オ : o
        アー : a
        ン : n
        ン(パピプペポバビブベボマミムメモ) : m n~1
        ッ : -
        ー : -
        ヴ : v
        ・ : -
        フ$ : v f h~2
        ブ : b v bu~3
        ル : r l ru~3 lu~3
        ル$ : l r
        ク : k ku~2
        グ : g gu~2
        ス : s su~2
        ズ : z zu~3
        ト : t to~1
        ド : d do~1
        ム : m mu~2
        プ : p pu~1
        ツ : c
        シュ : S Su~2
        チ : C ti~1 Ci~1
        ジ : J di~3 Ji~1 zi~2
        シ : Si si~1
        """,
        Rows());

    /// <summary>The same text in Katakana.</summary>
    public static string FromHiragana(string kana) =>
        string.Concat(kana.Select(letter => letter is >= 'ぁ' and <= 'ゖ' ? (char)(letter + ('ァ' - 'ぁ')) : letter));

    private static string Rows()
    {
        var readings = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        var rows = KanaRows.All.Where(row => !"qGTDHxX".Contains(row.Sound[0], StringComparison.Ordinal));
        foreach (var (sound, syllables, _) in rows)
        {
            for (var vowel = 0; vowel < syllables.Length; vowel++)
            {
                foreach (var form in syllables[vowel].Split(' '))
                {
                    readings.TryAdd(form, []);
                    readings[form].Add(sound + KanaRows.Vowels[vowel]);
                }
            }

            var stem = syllables[1][..1];
            foreach (var (glide, vowel) in "ャュョ".Zip("auo"))
            {
                if ("SCJZ".IndexOf(sound[0], StringComparison.Ordinal) < 0)
                {
                    readings.TryAdd(stem + glide, []);
                    readings[stem + glide].Add($"{sound}j{vowel}");
                }
            }
        }

        var lines = new StringBuilder();
        foreach (var (form, sounds) in readings)
        {
            var outcomes = sounds.Distinct().Select((sound, i) => $"{sound}~{i}");
            lines.Append(CultureInfo.InvariantCulture, $"{form} : {string.Join(' ', outcomes)}\n");
        }

        return lines.ToString();
    }
}
