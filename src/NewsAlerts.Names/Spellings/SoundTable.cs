namespace NewsAlerts.Names.Spellings;

/// <summary>
/// A table that turns letters into sounds, or sounds into the letters of a script, in every usual way.
/// <para>
/// Sounds are written with one character each, so that a table reads like a published one: p b t d k g f v s z m n l
/// r w
/// j h x as in the International Phonetic Alphabet, and S ʃ, Z ʒ, c t͡s, C t͡ʃ, J d͡ʒ, X щ, T θ, D ð, G ɣ, q, H ħ, 3 ʕ,
/// 2 ʔ, N ŋ, ' a soft sign; a e i o u y (ы) ö ü, ë (ё after a consonant), E (э after a consonant), A I U O long.
/// </para>
/// <para>
/// A line is <c>group : outcome outcome~2</c>: the number after ~ is its cost, - is nothing. (ab) before or after the
/// group asks for such a neighbour, (!ab) for any other, ^ and $ stand for the start and the end of the word. Of the
/// rules that hold at a place the longest one is taken, then that of the earlier table, then the most particular.
/// </para>
/// </summary>
internal sealed class SoundTable
{
    private const int Ways = 240;

    private readonly Dictionary<char, SoundRule[]> _rules;

    private SoundTable(IEnumerable<SoundRule> rules) =>
        _rules = rules
            .OrderByDescending(rule => rule.Core.Length)
            .ThenBy(rule => rule.Rank)
            .ThenByDescending(rule => rule.Contexts)
            .GroupBy(rule => rule.Core[0])
            .ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>Reads tables; a rule of an earlier one holds before the same group's rules of a later one.</summary>
    public static SoundTable Read(params string[] tables) =>
        new(tables.SelectMany((table, rank) => table
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => SoundRuleLine.Read(line, rank))));

    /// <summary>
    /// The most usual ways to write a word by this table, best first; none where it has a letter that the table
    /// lacks.
    /// </summary>
    public IReadOnlyList<Spelling> Write(string word, int most)
    {
        List<Spelling> ways = [new("", 0)];
        for (var at = 0; at < word.Length;)
        {
            if (Find(word, at) is not { } rule)
            {
                return [];
            }

            ways = Extend(ways, rule.Outcomes);
            at += rule.Core.Length;
        }

        return ways.Count > most ? ways.GetRange(0, most) : ways;
    }

    private static List<Spelling> Extend(List<Spelling> ways, Spelling[] outcomes)
    {
        if (outcomes is [var only])
        {
            return ways.ConvertAll(way => new Spelling(way.Text + only.Text, way.Cost + only.Cost));
        }

        return ways
            .SelectMany(way => outcomes.Select(outcome =>
                new Spelling(way.Text + outcome.Text, way.Cost + outcome.Cost)))
            .OrderBy(way => way.Cost)
            .DistinctBy(way => way.Text)
            .Take(Ways)
            .ToList();
    }

    private SoundRule? Find(string word, int at) =>
        _rules.TryGetValue(word[at], out var rules) ? Array.Find(rules, rule => rule.Holds(word, at)) : null;
}
