using NewsAlerts.Names.People;

namespace NewsAlerts.Names.Spellings;

/// <summary>What one group of letters or sounds becomes, between certain neighbours.</summary>
/// <param name="Core">The group.</param>
/// <param name="Before">What stands before it; null for anything.</param>
/// <param name="After">What stands after it; null for anything.</param>
/// <param name="Outcomes">What it becomes.</param>
/// <param name="Rank">Which of two rules for the same place holds: the lower one.</param>
internal sealed record SoundRule(string Core, Neighbours? Before, Neighbours? After, Spelling[] Outcomes, int Rank)
{
    /// <summary>How many neighbours it asks about.</summary>
    public int Contexts => (Before is null ? 0 : 1) + (After is null ? 0 : 1);

    /// <summary>Whether it holds at a place of a word.</summary>
    public bool Holds(string word, int at)
    {
        var end = at + Core.Length;
        return string.CompareOrdinal(word, at, Core, 0, Core.Length) == 0
            && (Before is null || Before.Contains(at == 0 ? Neighbours.Start : word[at - 1]))
            && (After is null || After.Contains(end == word.Length ? Neighbours.End : word[end]));
    }
}
