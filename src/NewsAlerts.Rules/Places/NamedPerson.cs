using NewsAlerts.Names;

namespace NewsAlerts.Rules.Places;

/// <summary>Whether a place of a family name is the person's.</summary>
internal sealed class NamedPerson(NameReading name) : IPlaceCheck
{
    /// <summary>What is looked for: the family name's variants in every script, as words and phrases.</summary>
    public QueryNode Variants { get; } = name.Family is [var only] ? NodeOf(only) : new QueryNode.Or([.. name.Family.Select(NodeOf)]);

    /// <inheritdoc />
    public bool Accepts(ReadOnlySpan<char> text, int start, int length) => name.IsNamedAt(text, start, length);

    private static QueryNode NodeOf(string words) =>
        words.Contains(' ', StringComparison.Ordinal) ? new QueryNode.Phrase(words) : new QueryNode.Word(words);
}
