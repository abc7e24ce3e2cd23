using NewsAlerts.Names.People;
using NewsAlerts.Names.Spellings;
using NewsAlerts.Names.Text;

namespace NewsAlerts.Names.Given;

/// <summary>A given name or initial of the person looked for, with every form it is known by.</summary>
internal sealed class GivenName
{
    // In Latin letters, which tell most sounds apart, a short key says too little.
    private const int LongKey = 3;

    // So much in common is no chance, though the word is written as a common name, too.
    private const int SureKey = 4;

    private readonly HashSet<string> _forms;
    private readonly HashSet<string> _keys;
    private readonly HashSet<string> _sounds = [];

    public GivenName(string word, NameOrigin family)
    {
        IsInitial = PersonNameReader.IsInitial(word);
        if (IsInitial)
        {
            Forms = [Folded.Of(word)];
            (_forms, _keys) = ([.. Forms], []);
            return;
        }

        var names = GivenNameEquivalents.Of(word);
        Forms =
        [
            .. names
                .SelectMany(name => GivenForms.Of(name, OriginOf(name, family), sounds: 6, spellings: 24))
                .Distinct(),
        ];
        _forms = [.. Forms];
        _sounds = [.. names.SelectMany(name => SoundKey.Of(name, OriginOf(name, family)))];
        _keys = [.. names.Where(name => Scripts.Of(name) == Script.Latin).Select(GivenNameKey.Of)];
    }

    /// <summary>Whether only the initial is known.</summary>
    public bool IsInitial { get; }

    /// <summary>Every form, folded.</summary>
    public IReadOnlyList<string> Forms { get; }

    /// <summary>Whether a folded word is a form of this name that is known.</summary>
    public bool IsSpelled(string folded) => _forms.Contains(folded);

    /// <summary>Whether a folded word is this name.</summary>
    public bool Is(string folded) =>
        _forms.Contains(folded)
        || (IsInitial && folded.StartsWith(Forms[0], StringComparison.Ordinal))
        || (!IsInitial && Scripts.Of(folded) == Script.Latin && _keys.Contains(GivenNameKey.Of(folded)));

    /// <summary>Whether a word as written sounds like this name, and not like another common one.</summary>
    public bool SoundsLike(string word)
    {
        var isOther = GivenNames.Contains(Folded.Joined(word));
        var shortest = isOther ? SureKey : Scripts.Of(word) == Script.Latin ? LongKey : LongKey - 1;
        return SoundKey.Of(word, NameOrigin.Latin).Any(key => key.Length >= shortest && _sounds.Contains(key));
    }

    /// <summary>Whether a word as written starts or ends with a consonant as this name does.</summary>
    public bool Resembles(string word) =>
        SoundKey.Of(word, NameOrigin.Latin)
            .Any(key => _sounds.Any(sound => sound[0] == key[0] || sound[^1] == key[^1]));

    /// <summary>Whether a folded initial, such as s, yu or дж, is this name's.</summary>
    public bool StartsWith(string initial) => Forms.Any(form => form.StartsWith(initial, StringComparison.Ordinal));

    private static NameOrigin OriginOf(string name, NameOrigin family) => GivenNames.OriginOf(name) ?? family;
}
