namespace NewsAlerts.Rules;

/// <summary>
/// Compiled queries. Terms are numbered in one sequence: the words, then the prefixes. Each rule is posted under its
/// anchor: terms of which at least one is in every item that satisfies it.
/// </summary>
internal sealed class CompiledRules
{
    public required TermTable Words { get; init; }

    public required PrefixIndex Prefixes { get; init; }

    public required RuleCode Code { get; init; }

    /// <summary>Where each rule's instructions start.</summary>
    public required int[] Starts { get; init; }

    /// <summary>Where each term's postings start; one more at the end.</summary>
    public required int[] PostingStarts { get; init; }

    public required RulePosting[] Postings { get; init; }

    public required RuleExtras Extras { get; init; }

    public int TermCount => PostingStarts.Length - 1;

    public ReadOnlySpan<RulePosting> PostingsOf(int term) =>
        Postings.AsSpan(PostingStarts[term], PostingStarts[term + 1] - PostingStarts[term]);

    /// <summary>The number of a prefix among all terms.</summary>
    public int TermOfPrefix(int prefix) => Words.Count + prefix;
}
