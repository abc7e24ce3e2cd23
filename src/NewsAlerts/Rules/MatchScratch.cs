namespace NewsAlerts.Rules;

/// <summary>What matching one item writes to; used by one thread at a time, for one item after another.</summary>
internal sealed class MatchScratch(int terms, int rules)
{
    public ItemTokens Tokens { get; } = new();

    public WordPairs Pairs { get; } = new();

    /// <summary>The terms that are in the item.</summary>
    public NumberSet Terms { get; } = new(terms);

    /// <summary>The rules that the item satisfies.</summary>
    public NumberSet Rules { get; } = new(rules);

    public List<int> Prefixes { get; } = [];

    public List<TokenSpan> Left { get; } = [];

    public List<TokenSpan> Right { get; } = [];

    public List<TokenSpan> Found { get; } = [];
}
