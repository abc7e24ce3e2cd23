using System.Runtime.CompilerServices;
using NewsAlerts.Rules.Compiling;
using NewsAlerts.Rules.Matching;

namespace NewsAlerts.Rules.Terms;

/// <summary>
/// Finds the postings of an item's terms whose other term is in the item, too; like <see cref="TermFinder"/>, nearly
/// without jumps.
/// </summary>
internal readonly ref struct PostingFinder(RulePostings postings, MatchScratch scratch)
{
    private readonly RulePostings _postings = postings;
    private readonly PostingSections _sections = scratch.Sections;
    private readonly MatchScratch _scratch = scratch;

    /// <summary>Adds the rules that the item satisfies because of its terms.</summary>
    public void AddDecided(RuleNumbers found)
    {
        FindSections();
        var terms = _scratch.Terms.Bits;
        foreach (var section in _sections.Decided)
        {
            var decided = _postings.At(section);
            var rules = found.Room(decided.Length);
            var count = 0;
            foreach (var entry in decided)
            {
                rules[count] = entry.Rule;
                count += IsIn(terms, entry.Term);
            }

            found.Advance(count);
        }

        foreach (var section in _sections.Excluding)
        {
            var excluding = _postings.At(section);
            var rules = found.Room(excluding.Length / RulePostings.LongEntry);
            var count = 0;
            for (var i = 0; i + 1 < excluding.Length; i += RulePostings.LongEntry)
            {
                rules[count] = excluding[i].Rule;
                count += IsIn(terms, excluding[i].Term) & ~IsIn(terms, excluding[i + 1].Term);
            }

            found.Advance(count);
        }
    }

    /// <summary>The undecided entries whose other term is in the item; valid until the next call.</summary>
    public ReadOnlySpan<RulePostings.Entry> FindUndecided()
    {
        var terms = _scratch.Terms.Bits;
        var count = 0;
        foreach (var section in _sections.Undecided)
        {
            var undecided = _postings.At(section);
            var found = _scratch.Undecided(count + (undecided.Length / RulePostings.LongEntry));
            for (var i = 0; i + 1 < undecided.Length; i += RulePostings.LongEntry)
            {
                found[count] = undecided[i + 1];
                count += IsIn(terms, undecided[i].Term);
            }
        }

        return _scratch.Undecided(count)[..count];
    }

    /// <summary>Lists the sections of the item's terms that are not empty: few terms have all, and many none.</summary>
    private void FindSections()
    {
        var members = _scratch.Terms.Members;
        foreach (var term in members)
        {
            _postings.WillFind(term);
        }

        _sections.Clear(members.Length);
        foreach (var term in members)
        {
            _sections.Add(_postings.Find(term));
        }

        foreach (var (start, end) in _sections.All)
        {
            var (decided, excluding, undecided) = _postings.SectionsAt(start);
            _sections.Add(decided, excluding, undecided, end);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int IsIn(ReadOnlySpan<ulong> terms, int term) => (int)(terms[term >> 6] >> term) & 1;
}
