using NewsAlerts.Rules.Names.Tables;

namespace NewsAlerts.Rules.Names;

/// <summary>The ways to write one word of a name in each script.</summary>
internal sealed class WordSpellings
{
    private const int UsualSounds = 8;

    private readonly string _word;
    private readonly NameOrigin _origin;
    private readonly Script _script;
    private readonly IReadOnlyList<Spelling> _sounds;

    public WordSpellings(string word, NameOrigin origin, int sounds = UsualSounds)
    {
        _word = word;
        _origin = origin;
        _script = Scripts.Of(word);
        _sounds = [.. Pronunciations.Of(word, origin).Take(sounds)];
    }

    /// <summary>The most usual spellings in a script, best first, none that folds like another one.</summary>
    public IReadOnlyList<Spelling> In(Script script, int most)
    {
        IEnumerable<Spelling> own = script == _script ? [new(_word, int.MinValue)] : [];
        var others = script switch
        {
            Script.Latin => Latin(),
            Script.Cyrillic => From(CyrillicSpelling.Russian, 0).Concat(From(CyrillicSpelling.Ukrainian, 1)),
            Script.Greek => From(_origin == NameOrigin.Greek ? GreekSpelling.Greek : GreekSpelling.Foreign, 0),
            Script.Hebrew => From(HebrewSpelling.Table, 0),
            Script.Arabic => _script == Script.Arabic ? [] : From(_origin == NameOrigin.Arabic ? ArabicSpelling.Arabic : ArabicSpelling.Foreign, 0),
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

    private int LeastCost => _sounds.Count == 0 ? 0 : _sounds[0].Cost;

    private IEnumerable<Spelling> Latin() => (_script, _origin) switch
    {
        (Script.Latin, NameOrigin.Latin) => LatinEquivalents.Of(_word),
        (_, NameOrigin.Arabic) => LatinEquivalents.Of(_word).Concat(From(ArabicLatinSpelling.Table, 0)),
        _ => LatinEquivalents.Of(_word).Concat(LatinSpelling.Languages.SelectMany(language => From(language.Table, language.Cost))),
    };

    private IEnumerable<Spelling> From(SoundTable table, int cost) =>
        _sounds.SelectMany(sound => table.Write(sound.Text, 60).Select(way => new Spelling(way.Text, way.Cost + sound.Cost + cost)));
}
