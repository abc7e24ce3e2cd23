using System.Runtime.CompilerServices;
using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Rules.Compiling;

/// <summary>
/// All postings by anchor. Each says which other term must be in the item, and which rule may then be satisfied. An
/// anchor has first those that both terms decide. Then come long ones, with a second entry: those that a third term
/// decides, which must not be in the item; and those that instructions decide, with their start in its place. Before
/// all of them is an entry that says where the second and the third section start.
/// </summary>
internal sealed class RulePostings
{
    /// <summary>How many entries a long posting has.</summary>
    public const int LongEntry = 2;

    // Of 64 bytes; more of them the processor brings by itself.
    private const int EntriesInLine = 8;
    private const int MostLines = 8;

    // Where each term's postings start; most terms have none.
    private readonly int[] _starts;
    private readonly Entry[] _entries;

    /// <summary>Arranges postings by anchor, in the order in which they are given.</summary>
    /// <param name="terms">How many terms there are.</param>
    /// <param name="postings">The rules and their postings; each has an anchor and another term.</param>
    public RulePostings(int terms, ReadOnlySpan<(int Rule, RulePosting Posting)> postings)
    {
        var sections = new Sections[terms];
        foreach (var (_, posting) in postings)
        {
            SectionOf(ref sections[posting.Anchor], posting) += EntriesOf(posting);
        }

        _starts = new int[terms + 1];
        for (var term = 0; term < terms; term++)
        {
            ref var section = ref sections[term];
            var (decided, excluding, undecided) = (section.Decided, section.Excluding, section.Undecided);
            var first = _starts[term] + 1;
            section = new() { Decided = first, Excluding = first + decided, Undecided = first + decided + excluding };
            var all = decided + excluding + undecided;
            _starts[term + 1] = _starts[term] + (all == 0 ? 0 : all + 1);
        }

        // One more, at which the last terms start if they have none.
        _entries = new Entry[_starts[terms] + 1];
        for (var term = 0; term < terms; term++)
        {
            if (IsAnchor(term))
            {
                _entries[_starts[term]] = new(sections[term].Excluding, sections[term].Undecided);
            }
        }

        foreach (var (rule, posting) in postings)
        {
            ref var end = ref SectionOf(ref sections[posting.Anchor], posting);
            _entries[end] = new(posting.Required, rule);
            if (EntriesOf(posting) == LongEntry)
            {
                _entries[end + 1] = new(posting.Forbidden, rule);
            }

            end += EntriesOf(posting);
        }
    }

    /// <summary>Whether a term has postings.</summary>
    public bool IsAnchor(int term) => _starts[term] < _starts[term + 1];

    /// <summary>Says that a term's postings will soon be asked for: first where they are, ...</summary>
    public void WillFind(int term) => CacheHint.WillRead(ref _starts[term]);

    /// <summary>... then what they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int Start, int End) Find(int term)
    {
        var (start, end) = (_starts[term], _starts[term + 1]);
        CacheHint.WillRead(ref _entries[start]);
        if (end - start > EntriesInLine)
        {
            var last = Math.Min(end, start + (MostLines * EntriesInLine));
            for (var at = start + EntriesInLine; at < last; at += EntriesInLine)
            {
                CacheHint.WillRead(ref _entries[at]);
            }
        }

        return (start, end);
    }

    /// <summary>Where the sections of postings start.</summary>
    public (int Decided, int Excluding, int Undecided) SectionsAt(int start)
    {
        var (excluding, undecided) = _entries[start];
        return (start + 1, excluding, undecided);
    }

    /// <summary>What is in a section.</summary>
    public ReadOnlySpan<Entry> At((int Start, int End) section) => _entries.AsSpan(section.Start..section.End);

    /// <summary>The long postings that instructions decide.</summary>
    public Span<Entry> UndecidedOf(int term) =>
        IsAnchor(term) ? _entries.AsSpan(SectionsAt(_starts[term]).Undecided.._starts[term + 1]) : [];

    private static bool IsExcluding(RulePosting posting) => posting.IsDecided && posting.Forbidden != RulePosting.None;

    private static int EntriesOf(RulePosting posting) => posting.IsDecided && !IsExcluding(posting) ? 1 : LongEntry;

    private static ref int SectionOf(ref Sections sections, RulePosting posting)
    {
        if (IsExcluding(posting))
        {
            return ref sections.Excluding;
        }

        return ref posting.IsDecided ? ref sections.Decided : ref sections.Undecided;
    }

    /// <param name="Term">The other term; or what a long posting has, or the first entry of all.</param>
    /// <param name="Rule">The rule.</param>
    public readonly record struct Entry(int Term, int Rule);

    /// <summary>Where a term's sections start, while they are filled: where they go on.</summary>
    private struct Sections
    {
        public int Decided;
        public int Excluding;
        public int Undecided;
    }
}
