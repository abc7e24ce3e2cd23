using System.Diagnostics.CodeAnalysis;

namespace NewsAlerts.Rules.Names;

/// <summary>What became of a name in a query: either what it is looked for as, or why it is none.</summary>
internal sealed record NameReading
{
    private NameReading()
    {
    }

    /// <summary>What is wrong and what was expected; null where the name could be read.</summary>
    public string? Mistake { get; private init; }

    /// <summary>What was probably meant, to stand in place of the name; null where unknown.</summary>
    public string? Suggestion { get; private init; }

    /// <summary>
    /// The family name's variants in every script: words and phrases, at most <see cref="FamilyVariants.Most"/>.
    /// </summary>
    public QueryNode? Variants { get; private init; }

    /// <summary>Says whether a place of a variant is the person's name.</summary>
    public IPlaceCheck? Check { get; private init; }

    /// <summary>The family name's variants, folded; those of its own script first, and the likeliest first.</summary>
    public IReadOnlyList<string> Family { get; private init; } = [];

    /// <summary>The given name's variants, folded; empty for a single name.</summary>
    public IReadOnlyList<string> Given { get; private init; } = [];

    /// <summary>Whether the name could be read.</summary>
    [MemberNotNullWhen(true, nameof(Variants), nameof(Check))]
    [MemberNotNullWhen(false, nameof(Mistake))]
    public bool IsName => Mistake is null;

    public static NameReading Wrong(string mistake, string? suggestion = null) =>
        new() { Mistake = mistake, Suggestion = suggestion };

    public static NameReading Read(
        IReadOnlyList<string> family,
        IReadOnlyList<string> given,
        IPlaceCheck check) => new()
        {
            Variants = family is [var only] ? NodeOf(only) : new QueryNode.Or([.. family.Select(NodeOf)]),
            Check = check,
            Family = family,
            Given = given,
        };

    private static QueryNode NodeOf(string words) =>
        words.Contains(' ', StringComparison.Ordinal) ? new QueryNode.Phrase(words) : new QueryNode.Word(words);
}
