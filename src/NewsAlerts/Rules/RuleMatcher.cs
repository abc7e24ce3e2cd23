namespace NewsAlerts.Rules;

/// <summary>
/// A snapshot of compiled queries: decides which of them an item satisfies, and says where. Immutable and safe to use
/// from any number of threads.
/// </summary>
internal sealed class RuleMatcher
{
    private RuleMatcher()
    {
    }

    /// <summary>Compiles queries; a rule's number is its query's place in the list, from 0.</summary>
    public static RuleMatcher Compile(IEnumerable<Query> queries) => throw new NotImplementedException();

    /// <summary>How many rules there are.</summary>
    public int Count { get; }

    /// <summary>Replaces the content of <paramref name="rules"/> by the numbers of the rules that the item satisfies, ascending.</summary>
    public void Match(in ItemText item, List<int> rules) => throw new NotImplementedException();

    /// <summary>
    /// The places that make the item satisfy the rule, in the order of the text, none overlapping another; a phrase is
    /// one place. Empty where the item does not satisfy it.
    /// </summary>
    public IReadOnlyList<WordMatch> Locate(int rule, in ItemText item) => throw new NotImplementedException();
}
