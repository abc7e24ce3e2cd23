using System.Runtime.CompilerServices;

namespace NewsAlerts.Rules;

/// <summary>
/// All postings by anchor. Each says which other term must be in the item, and which rule may then be satisfied. An
/// anchor has first those that both terms decide. Then come long ones, with a second entry: those that a third term
/// decides, which must not be in the item; and those that instructions decide, with their start in its place.
/// </summary>
internal sealed class RulePostings
{
    /// <summary>How many entries a long posting has.</summary>
    public const int LongEntry = 2;

    // Of 64 bytes; more of them the processor brings by itself.
    private const int EntriesInLine = 8;
    private const int MostLines = 8;

    private readonly Sections[] _sections;
    private readonly Entry[] _entries;

    /// <summary>Arranges postings by anchor, in the order in which they are given.</summary>
    /// <param name="terms">How many terms there are.</param>
    /// <param name="postings">The rules and their postings; each has an anchor and another term.</param>
    public RulePostings(int terms, ReadOnlySpan<(int Rule, RulePosting Posting)> postings)
    {
        _sections = new Sections[terms + 1];
        foreach (var (_, posting) in postings)
        {
            ref var sections = ref _sections[posting.Anchor];
            SectionOf(ref sections, posting) += EntriesOf(posting);
        }

        var next = 0;
        foreach (ref var sections in _sections.AsSpan())
        {
            var (decided, excluding, undecided) = (sections.Decided, sections.Excluding, sections.Undecided);
            sections = new() { Decided = next, Excluding = next + decided, Undecided = next + decided + excluding };
            next += decided + excluding + undecided;
        }

        _entries = new Entry[next];
        var ends = _sections.AsSpan().ToArray();
        foreach (var (rule, posting) in postings)
        {
            ref var end = ref SectionOf(ref ends[posting.Anchor], posting);
            _entries[end] = new(posting.Required, rule);
            if (EntriesOf(posting) == LongEntry)
            {
                _entries[end + 1] = new(posting.Forbidden, rule);
            }

            end += EntriesOf(posting);
        }
    }

    /// <summary>Whether a term has postings.</summary>
    public bool IsAnchor(int term) => _sections[term].Decided < _sections[term + 1].Decided;

    /// <summary>Says that a term's postings will soon be asked for: first where they are, ...</summary>
    public void WillFind(int term) => CacheHint.WillRead(ref _sections[term]);

    /// <summary>... then what they are, which is added to a list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddSections(int term, PostingSections sections)
    {
        ref var first = ref _sections[term];
        var (start, end) = (first.Decided, _sections[term + 1].Decided);
        sections.Add(start, first.Excluding, first.Undecided, end);
        end = Math.Min(end, start + (MostLines * EntriesInLine));
        for (var at = start; at < end; at += EntriesInLine)
        {
            CacheHint.WillRead(ref _entries[at]);
        }
    }

    /// <summary>What is in a section.</summary>
    public ReadOnlySpan<Entry> At((int Start, int End) section) => _entries.AsSpan(section.Start..section.End);

    /// <summary>The long postings that instructions decide.</summary>
    public Span<Entry> UndecidedOf(int term) => _entries.AsSpan(_sections[term].Undecided.._sections[term + 1].Decided);

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

    /// <param name="Term">The other term; or what a long posting has.</param>
    /// <param name="Rule">The rule.</param>
    public readonly record struct Entry(int Term, int Rule);

    /// <summary>Where a term's sections start.</summary>
    private struct Sections
    {
        public int Decided;
        public int Excluding;
        public int Undecided;
    }
}
