using NewsAlerts.Names.Given;
using NewsAlerts.Names.Spellings;
using NewsAlerts.Names.Text;

namespace NewsAlerts.Names.People;

/// <summary>A place where a family name was found.</summary>
/// <param name="Text">The name as written.</param>
/// <param name="Script">The script it is written in.</param>
/// <param name="HidesNames">Whether capitals around it tell nothing.</param>
/// <param name="IsGivenSomewhere">Whether the usual spelling is a given name, too.</param>
/// <param name="Family">The family name's variants, folded.</param>
internal sealed record NamePlace(
    string Text,
    Script Script,
    bool HidesNames,
    bool IsGivenSomewhere,
    IReadOnlySet<string> Family)
{
    // The endings of a man's given name beside each ending of the family name, in Russian and Ukrainian.
    private static readonly (string Family, string Given)[] Agreements =
    [
        ("а", "ая"), ("я", "ая"), ("у", "ую"), ("ю", "ую"), ("ым", "м"), ("им", "м"), ("ом", "м"), ("ем", "м"),
        ("е", "еи"),
    ];

    /// <summary>The name as the variants are written.</summary>
    public string Key { get; } = Folded.Of(Text);

    /// <summary>Whether the family name is a given name, too: then it may be somebody else's.</summary>
    public bool IsGivenName => IsGivenSomewhere || GivenNames.Contains(Folded.Joined(Text));

    /// <summary>Whether it is written in capitals alone.</summary>
    public bool IsAllCapitals => !Text.Any(char.IsLower);

    /// <summary>Whether it is a case form in Latin letters.</summary>
    public bool IsCaseForm => Script == Script.Latin && LatinCases.NamesOf(Key).Any(Family.Contains);

    /// <summary>Whether it is the case form that is a woman's family name, too.</summary>
    public bool IsAccusative => Key is [.., 'a'] && IsCaseForm;

    /// <summary>Whether a Hebrew or Arabic prefix opens it; then no given name stands before it.</summary>
    public bool HasPrefix => SemiticPrefixes.Without(Key) is { } name && Family.Contains(name);

    /// <summary>
    /// Whether a folded word before the place can be a given name in the same case: Ивана Лаврова, not визит Лаврова.
    /// </summary>
    public bool AgreesWith(string before) => Script != Script.Cyrillic || !Array.Exists(Agreements, ending =>
        Key.EndsWith(ending.Family, StringComparison.Ordinal)
        && Family.Contains(Key[..^ending.Family.Length])
        && !ending.Given.Contains(before[^1], StringComparison.Ordinal));
}
