namespace NewsAlerts.Rules;

/// <summary>What matching one item writes to; used by one thread at a time, for one item after another.</summary>
internal sealed class MatchScratch(int terms, int rules)
{
    private char[] _room = [];

    /// <summary>The item, where a rule looks at more than its words.</summary>
    public ItemText Item { get; set; }

    /// <summary>The item's tokens.</summary>
    public ItemTokens Tokens { get; } = new();

    /// <summary>Which words of the tokens stand side by side.</summary>
    public WordPairs Pairs { get; } = new();

    /// <summary>The terms that are in the item.</summary>
    public NumberSet Terms { get; } = new(terms);

    /// <summary>The rules that the item satisfies.</summary>
    public NumberSet Rules { get; } = new(rules);

    /// <summary>Numbers on their way from one step to the next.</summary>
    public List<int> Numbers { get; } = [];

    /// <summary>Where the left side of a NEAR is.</summary>
    public List<TokenSpan> Left { get; } = [];

    /// <summary>Where its right side is.</summary>
    public List<TokenSpan> Right { get; } = [];

    /// <summary>What of both sides is near the other.</summary>
    public List<TokenSpan> Found { get; } = [];

    /// <summary>Places of which some may not count.</summary>
    public List<TokenSpan> Checked { get; } = [];

    /// <summary>What regular expressions found.</summary>
    public List<WordMatch> Patterns { get; } = [];

    /// <summary>Room for characters, until the next call.</summary>
    public Span<char> Room(int length)
    {
        if (_room.Length < length)
        {
            _room = new char[length * 2];
        }

        return _room.AsSpan(0, length);
    }
}
