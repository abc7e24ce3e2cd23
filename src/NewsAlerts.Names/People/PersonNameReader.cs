using System.Buffers;
using NewsAlerts.Names.Spellings;
using NewsAlerts.Names.Text;

namespace NewsAlerts.Names.People;

/// <summary>Takes a written name apart.</summary>
internal static class PersonNameReader
{
    private const int MostWords = 6;

    private static readonly SearchValues<char> Foreign = SearchValues.Create("*?\"()/:;@#&|");

    private static readonly string[] Articles =
        ["al-", "el-", "as-", "ash-", "ar-", "аль-", "эль-", "ас-", "αλ-", "אל-"];

    private static readonly char[] Gaps = [' ', '\u00a0', '\t', '・', '·', '＝'];

    /// <summary>Why a text is no name; null where it is one.</summary>
    public static NameReading? Mistake(string name)
    {
        var wrong = name.AsSpan().IndexOfAny(Foreign);
        if (wrong >= 0)
        {
            var without = string.Concat(name.Where(letter => !Foreign.Contains(letter))).Trim();
            return NameReading.Wrong(
                $"`{name[wrong]}` is no part of a name; a name is written out, as in `name:\"Sergei Lavrov\"`.",
                without);
        }

        var parts = name.Split(',');
        if (parts.Length > 2)
        {
            return NameReading.Wrong(
                "A name has one comma at most, after the family name: `Lavrov, Sergei`.",
                string.Join(' ', parts[..2]).Trim());
        }

        var words = Split(name.Replace(',', ' '));
        if (words.Length == 0)
        {
            return NameReading.Wrong("A name needs letters, as in `name:\"Sergei Lavrov\"`.");
        }

        if (words.Length > MostWords)
        {
            return NameReading.Wrong(
                $"A name has at most {MostWords} words; the given name and the family name are enough.");
        }

        return Array.TrueForAll(words, IsInitial)
            ? NameReading.Wrong("Initials alone are nobody's name; add the family name.")
            : null;
    }

    /// <summary>The parts of a name.</summary>
    public static PersonName Read(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        if (comma >= 0 && Split(name[..comma]) is { Length: > 0 } family && Split(name[(comma + 1)..]) is var given)
        {
            return new(given, WithoutLooseParticles(family), false, HasArticle(family));
        }

        var words = Split(name.Replace(',', ' '));
        if (EastAsianFamilies.StartsWithOne(words))
        {
            return new(words[1..], words[..1], true);
        }

        var start = FamilyStart(words);
        return new(
            [.. words[..start].Where(word => !Particles.IsLoose(Folded.Of(word)) || IsInitial(word))],
            WithoutLooseParticles(words[start..]),
            false,
            HasArticle(words[Math.Max(0, start - 1)..]));
    }

    /// <summary>Whether a word is an initial: W. or В.</summary>
    public static bool IsInitial(string word) => word.TrimEnd('.').Length == 1 && char.IsUpper(word[0]);

    private static int FamilyStart(string[] words)
    {
        var start = words.Length - 1;
        while (start > 0 && Particles.IsKept(Folded.Of(words[start - 1])))
        {
            start--;
        }

        return start;
    }

    private static string[] WithoutLooseParticles(string[] family)
    {
        var kept = Array.FindIndex(
            family,
            word => !Particles.Contains(Folded.Of(word)) || Particles.IsKept(Folded.Of(word)));
        string[] words = kept < 0
            ? []
            : [.. family[kept..].Select(WithoutArticle).SelectMany(word => word.Split('-').Where(HasLetter))];
        return words.Length > 0 ? words : family;
    }

    private static bool HasArticle(string[] words) =>
        Array.Exists(words, word => WithoutArticle(word) != word || word is "al" or "el" or "аль" or "эль");

    /// <summary>A name without its Arabic article, which stands apart, with a hyphen, or not at all.</summary>
    private static string WithoutArticle(string word)
    {
        foreach (var article in Articles)
        {
            if (word.StartsWith(article, StringComparison.OrdinalIgnoreCase))
            {
                return word[article.Length..];
            }
        }

        return word.StartsWith("ال", StringComparison.Ordinal) && word.Length > 4 ? word[2..] : word;
    }

    private static string[] Split(string text) =>
        [.. text.Split(Gaps, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(HasLetter)];

    private static bool HasLetter(string word) => Folded.Of(word).Any(char.IsLetter);
}
