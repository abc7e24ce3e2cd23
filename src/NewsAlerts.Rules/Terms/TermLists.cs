namespace NewsAlerts.Rules.Terms;

/// <summary>Lists of numbers on their way from one step of finding terms to the next; each has room for one a token, and one beyond.</summary>
internal sealed class TermLists
{
    /// <summary>The words of tokens, flags below them.</summary>
    public int[] Words { get; private set; } = [];

    /// <summary>The tokens that they are.</summary>
    public int[] Tokens { get; private set; } = [];

    /// <summary>Tokens that may start with a prefix.</summary>
    public int[] Others { get; private set; } = [];

    /// <summary>How many of them there are.</summary>
    public int OthersCount { get; set; }

    /// <summary>Terms that begin rows of words.</summary>
    public int[] Firsts { get; private set; } = [];

    /// <summary>The tokens behind them.</summary>
    public int[] Nexts { get; private set; } = [];

    /// <summary>Where in a table something may be.</summary>
    public int[] Places { get; private set; } = [];

    /// <summary>Makes room; forgets what the lists hold.</summary>
    public void MakeRoom(int tokens)
    {
        // One more, which is written before it is known whether it counts.
        if (tokens >= Words.Length)
        {
            var length = Math.Max(tokens + 1, Words.Length * 2);
            (Words, Tokens, Others) = (new int[length], new int[length], new int[length]);
            (Firsts, Nexts, Places) = (new int[length], new int[length], new int[length]);
        }
    }
}
