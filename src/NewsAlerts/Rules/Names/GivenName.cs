namespace NewsAlerts.Rules.Names;

/// <summary>A given name or initial of the person looked for, with every form it is known by.</summary>
internal sealed class GivenName
{
    private readonly HashSet<string> _forms;
    private readonly HashSet<string> _keys;

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
        Forms = [.. names.SelectMany(name => GivenForms.Of(name, OriginOf(name, family), sounds: 6, spellings: 24)).Distinct()];
        _forms = [.. Forms];
        _keys = [.. names.Where(name => Scripts.Of(name) == Script.Latin).Select(GivenNameKey.Of)];
    }

    /// <summary>Whether only the initial is known.</summary>
    public bool IsInitial { get; }

    /// <summary>Every form, folded.</summary>
    public IReadOnlyList<string> Forms { get; }

    /// <summary>Whether a folded word is this name.</summary>
    public bool Is(string folded) =>
        _forms.Contains(folded)
        || (IsInitial && folded.StartsWith(Forms[0], StringComparison.Ordinal))
        || (!IsInitial && Scripts.Of(folded) == Script.Latin && _keys.Contains(GivenNameKey.Of(folded)));

    /// <summary>Whether a folded initial, such as s, yu or дж, is this name's.</summary>
    public bool StartsWith(string initial) => Forms.Any(form => form.StartsWith(initial, StringComparison.Ordinal));

    private static NameOrigin OriginOf(string name, NameOrigin family) => GivenNames.OriginOf(name) ?? family;
}
