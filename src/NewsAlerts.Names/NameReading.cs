using System.Diagnostics.CodeAnalysis;
using NewsAlerts.Names.People;
using NewsAlerts.Names.Spellings;

namespace NewsAlerts.Names;

/// <summary>What became of a name in a query: either what it is looked for as, or why it is none.</summary>
public sealed record NameReading
{
    private NamePlaceCheck? _check;

    private NameReading()
    {
    }

    /// <summary>What is wrong and what was expected; null where the name could be read.</summary>
    public string? Mistake { get; private init; }

    /// <summary>What was probably meant, to stand in place of the name; null where unknown.</summary>
    public string? Suggestion { get; private init; }

    /// <summary>The family name's variants, folded; those of its own script first, and the likeliest first.</summary>
    public IReadOnlyList<string> Family { get; private init; } = [];

    /// <summary>The given name's variants, folded; empty for a single name.</summary>
    public IReadOnlyList<string> Given { get; private init; } = [];

    /// <summary>Whether the name could be read.</summary>
    [MemberNotNullWhen(false, nameof(Mistake))]
    public bool IsName => Mistake is null;

    /// <summary>Whether a place where one of <see cref="Family"/> stands is the person's name, by what stands around it.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">Where the place begins in it.</param>
    /// <param name="length">How many characters it has.</param>
    public bool IsNamedAt(ReadOnlySpan<char> text, int start, int length) => _check is not null && _check.Accepts(text, start, length);

    internal static NameReading Wrong(string mistake, string? suggestion = null) =>
        new() { Mistake = mistake, Suggestion = suggestion };

    internal static NameReading Read(
        IReadOnlyList<string> family,
        IReadOnlyList<string> given,
        NamePlaceCheck check) => new()
        {
            _check = check,
            Family = family,
            Given = given,
        };
}
