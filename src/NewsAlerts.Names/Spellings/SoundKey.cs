using System.Text;
using NewsAlerts.Names.Given;

namespace NewsAlerts.Names.Spellings;

/// <summary>
/// What is left of a word's sounds when it has gone through several scripts: the classes of its consonants, and whether
/// it starts with a vowel. Arabic has no p, Kana one letter for l and r, Greek no sh, Hebrew no vowels; h and kh come
/// and
/// go, and so does d in dz and dzh, g in ng.
/// </summary>
internal static class SoundKey
{
    /// <summary>The keys of the usual ways to read a word.</summary>
    public static IEnumerable<string> Of(string word, NameOrigin origin) =>
        Pronunciations.Of(word, origin, word).Select(sounds => Of(sounds.Text)).Where(key => key.Length > 1).Distinct();

    private static string Of(string sounds)
    {
        var key = new StringBuilder();
        for (var i = 0; i < sounds.Length; i++)
        {
            var consonant = ClassOf(sounds[i]);
            if ((consonant == 'd' && i + 1 < sounds.Length && ClassOf(sounds[i + 1]) == 's')
                || (sounds[i] is 'g' or 'k' && i > 0 && sounds[i - 1] == 'n'))
            {
                continue;
            }

            if (consonant == '-' && i == 0)
            {
                key.Append('-');
            }
            else if (consonant != '-' && (key.Length == 0 || key[^1] != consonant))
            {
                key.Append(consonant);
            }
        }

        return key.ToString();
    }

    private static char ClassOf(char sound) => sound switch
    {
        'p' or 'b' => 'b',
        'v' or 'w' or 'f' => 'v',
        't' or 'd' or 'T' or 'D' => 'd',
        'k' or 'q' or 'g' or 'G' => 'k',
        's' or 'z' or 'c' or 'S' or 'Z' or 'C' or 'J' or 'X' => 's',
        'l' or 'r' => 'r',
        'm' => 'm',
        'n' or 'N' => 'n',
        _ => '-',
    };
}
