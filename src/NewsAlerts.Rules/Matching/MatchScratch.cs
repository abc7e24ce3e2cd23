using NewsAlerts.Names.Text;
using NewsAlerts.Rules.Compiling;
using NewsAlerts.Rules.Places;
using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Rules.Matching;

/// <summary>What matching one item writes to; used by one thread at a time, for one item after another.</summary>
internal sealed class MatchScratch
{
    private RulePostings.Entry[] _undecided = [];
    private char[] _characters = [];

    /// <summary>The item, where a rule looks at more than its words.</summary>
    public ItemText Item { get; set; }

    /// <summary>The item's tokens.</summary>
    public ItemTokens Tokens { get; } = new();

    /// <summary>Where each word of the tokens is.</summary>
    public WordPositions Positions { get; } = new();

    /// <summary>The terms that are in the item.</summary>
    public TermSet Terms { get; } = new();

    /// <summary>The postings of these terms.</summary>
    public PostingSections Sections { get; } = new();

    /// <summary>The rules that the item satisfies.</summary>
    public RuleNumbers Rules { get; } = new();

    /// <summary>What the terms are found with.</summary>
    public TermLists Lists { get; } = new();

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

    /// <summary>Where the words of a row are.</summary>
    public List<TokenSpan> Row { get; } = [];

    /// <summary>Where in that list those of each word end.</summary>
    public List<int> RowEnds { get; } = [];

    /// <summary>What regular expressions found.</summary>
    public List<WordMatch> Patterns { get; } = [];

    /// <summary>How many characters the longest item has for which there is room.</summary>
    public int Longest => Math.Max(Tokens.Longest, _characters.Length / TextFolding.Room(1));

    /// <summary>Forgets the item before, and makes room for terms below a limit.</summary>
    public void Clear(int terms)
    {
        Terms.Clear(terms);
        Rules.Clear();
        Positions.Clear();
    }

    /// <summary>Room for characters, until the next call.</summary>
    public Span<char> Room(int length) => Room(ref _characters, length)[..length];

    /// <summary>Room for as many postings; it stays until room for more is needed.</summary>
    public Span<RulePostings.Entry> Undecided(int length) => Room(ref _undecided, length);

    // One more, which is written before it is known whether it counts.
    private static Span<T> Room<T>(ref T[] buffer, int length)
    {
        if (buffer.Length <= length)
        {
            Array.Resize(ref buffer, Math.Max(length + 1, buffer.Length * 2));
        }

        return buffer;
    }
}
