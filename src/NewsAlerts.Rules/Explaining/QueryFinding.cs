namespace NewsAlerts.Rules.Explaining;

/// <summary>What became of a part of a query in an item.</summary>
/// <param name="Kind">What the part asks for.</param>
/// <param name="Text">The part as understood, with the field that it is looked for in.</param>
/// <param name="Holds">Whether the item satisfies it.</param>
public sealed record QueryFinding(QueryFindingKind Kind, string Text, bool Holds)
{
    /// <summary>The fields that a term or a NEAR is found in, in their order.</summary>
    public IReadOnlyList<TextField> Fields { get; init; } = [];

    /// <summary>The fields that it is found in, too, but where the query does not look.</summary>
    public IReadOnlyList<TextField> Elsewhere { get; init; } = [];

    /// <summary>The parts of the part: both sides of a NEAR, the operands of AND and OR, the operand of NOT.</summary>
    public IReadOnlyList<QueryFinding> Parts { get; init; } = [];
}
