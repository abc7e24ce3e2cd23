using NewsAlerts.Names.Given;
using NewsAlerts.Names.People;
using NewsAlerts.Names.Tables;
using NewsAlerts.Names.Text;

namespace NewsAlerts.Names.Spellings;

/// <summary>The ways to write one word of a name in each script.</summary>
internal sealed class WordSpellings
{
    private const int UsualSounds = 12;

    private const int WaysTried = 60;

    private readonly string _word;
    private readonly NameOrigin _origin;
    private readonly Script _script;
    private readonly IReadOnlyList<Spelling> _sounds;

    public WordSpellings(string word, NameOrigin origin, int sounds = UsualSounds, params IReadOnlyList<string> given)
    {
        _word = word;
        _origin = origin;
        _script = Scripts.Of(word);
        _sounds = [.. Pronunciations.Of(word, origin, given).Take(sounds)];
    }

    /// <summary>The most usual spellings in a script, best first, none that folds like another one.</summary>
    public IReadOnlyList<Spelling> In(Script script, int most)
    {
        if (ParticleSpellings.Of(_word, script) is { } particle)
        {
            return particle;
        }

        IEnumerable<Spelling> own = script == _script ? [new(_word, int.MinValue)] : [];
        var others = script switch
        {
            Script.Latin => Latin(),
            Script.Cyrillic => From(CyrillicSpelling.Russian, 0)
                .Concat(From(CyrillicSpelling.Ukrainian, 1))
                .Concat(OtherCyrillic()),
            Script.Greek when _origin == NameOrigin.Greek => From(GreekSpelling.Greek, 0),
            Script.Greek => Single(GreekSpelling.Foreign, 0).Concat(From(GreekSpelling.Foreign, 1)),
            Script.Hebrew => Single(_origin == NameOrigin.Arabic ? HebrewSpelling.Arabic : HebrewSpelling.Foreign, 0),
            Script.Arabic when _script == Script.Arabic => [],
            Script.Arabic when _origin == NameOrigin.Arabic => From(ArabicSpelling.Arabic, 0),
            Script.Arabic => Single(ArabicSpelling.Foreign, 0).Concat(Single(ArabicSpelling.Persian, 2)),
            Script.Kana when _script != Script.Kana => From(KanaSpelling.Table, 0),
            _ => [],
        };
        return
        [
            .. own.Concat(others.Select(way => way with { Cost = way.Cost - LeastCost }))
                .OrderBy(way => way.Cost)
                .DistinctBy(way => Folded.Of(way.Text))
                .Where(way => way.Text.Length > 0)
                .Take(most),
        ];
    }

    private IEnumerable<Spelling> OtherCyrillic() => _origin switch
    {
        NameOrigin.Other => From(CyrillicSpelling.Japanese, 1)
            .SelectMany(way => new[] { way, way with { Text = way.Text.Replace('и', 'і') } }),
        _ when _word.EndsWith('ć') || _word.EndsWith("ic", StringComparison.Ordinal) =>
            From(CyrillicSpelling.Serbian, 1),
        _ => [],
    };

    private static string WithoutDoubles(string sounds) =>
        string.Concat(sounds.Where((sound, i) =>
            i == 0 || sounds[i - 1] != sound || "aeiou".Contains(sound, StringComparison.Ordinal)));

    private int LeastCost => _sounds.Count == 0 ? 0 : _sounds[0].Cost;

    private IEnumerable<Spelling> Latin() => (_script, _origin) switch
    {
        (Script.Latin, NameOrigin.Latin) => LatinEquivalents.Of(_word),
        (_, NameOrigin.Arabic) => GivenNameEquivalents.Of(_word)
            .SelectMany(LatinEquivalents.Of)
            .Concat(From(ArabicLatinSpelling.Table, 0)),
        _ => LatinEquivalents.Of(_word)
            .Concat(LatinSpelling.Languages.SelectMany(language => From(language.Table, language.Cost))),
    };

    private IEnumerable<Spelling> From(SoundTable table, int cost) => From(table, cost, sounds => sounds);

    /// <summary>What a table makes of the sounds with their doubled consonants single.</summary>
    private IEnumerable<Spelling> Single(SoundTable table, int cost) => From(table, cost, WithoutDoubles);

    private IEnumerable<Spelling> From(SoundTable table, int cost, Func<string, string> read) =>
        _sounds.SelectMany(sound => table
            .Write(read(sound.Text), WaysTried)
            .Select(way => new Spelling(way.Text, way.Cost + sound.Cost + cost)));
}
