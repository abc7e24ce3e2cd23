using NewsAlerts.Rules.Compiling;
using NewsAlerts.Rules.Matching;
using NewsAlerts.Rules.Places;
using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Rules;

/// <summary>
/// A snapshot of compiled queries: decides which of them an item satisfies, and says where. Immutable and safe to use
/// from any number of threads; one rule more, or another one, is another snapshot beside it.
/// </summary>
public sealed class RuleMatcher
{
    // Room for a very long item is given back: a character takes up to 70 bytes, in every thread that has matched. Articles
    // have at most 100,000 characters, and room doubles when it grows.
    private const int LongestKept = 1 << 18;

    // Each thread's own, for all matchers, one after the other. It is taken away while it is used: whoever matches in between,
    // or after an exception, gets another one.
    [ThreadStatic]
    private static MatchScratch? _idle;

    private readonly CompiledRules _rules;
    private readonly RuleChanges _changes;

    private RuleMatcher(CompiledRules rules, RuleChanges changes)
    {
        _rules = rules;
        _changes = changes;
    }

    /// <summary>Above the numbers of all rules; how many there are, if none was removed.</summary>
    public int Count => _changes.Count;

    /// <summary>
    /// How many rules are not those that were compiled together. With many thousands, to compile all again makes matching
    /// as quick as it was.
    /// </summary>
    public int Changes => _changes.Rules.Count;

    /// <summary>Compiles queries; a rule's number is its query's place in the sequence, from 0.</summary>
    public static RuleMatcher Compile(IEnumerable<Query> queries) => Of(RuleCompiler.Compile(queries));

    /// <summary>Matches by compiled rules.</summary>
    internal static RuleMatcher Of(CompiledRules rules) => new(rules, new(rules));

    /// <summary>The rules with one more, changed, or removed; takes the same time however many there are.</summary>
    /// <param name="rule">The rule's number, at most <see cref="Count"/>, which is that of a new one.</param>
    /// <param name="query">Its query; null where it is removed. Its number is free then, and can be given again.</param>
    public RuleMatcher With(int rule, Query? query)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rule);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rule, Count);
        return new(_rules, _changes.With(rule, query));
    }

    /// <summary>Replaces the content of <paramref name="rules"/> by the numbers of the rules that the item satisfies, ascending.</summary>
    public void Match(in ItemText item, List<int> rules)
    {
        var scratch = Read(item);
        MatchPostings(scratch);
        if (Changes > 0)
        {
            _changes.Match(scratch);
        }

        scratch.Rules.CopyTo(rules, Count);
        Return(scratch);
    }

    /// <summary>
    /// The places that make the item satisfy the rule, in the order of the text, none overlapping another; a phrase is
    /// one place. Empty where the item does not satisfy it.
    /// </summary>
    public IReadOnlyList<WordMatch> Locate(int rule, in ItemText item)
    {
        var (program, start) = ProgramOf(rule);
        if (program is null)
        {
            return [];
        }

        var scratch = Read(item);
        _changes.Terms.Find(scratch);
        var places = new RuleEvaluator(program, scratch).Holds(start) ? MatchPlaces.Of(start, program, scratch) : [];
        Return(scratch);
        return places;
    }

    private (RuleProgram? Program, int Start) ProgramOf(int rule) =>
        _changes.Rules.TryGetValue(rule, out var changed) ? (changed?.Program, 0) : (_rules.Program, _rules.Starts[rule]);

    private MatchScratch Read(in ItemText item)
    {
        var scratch = Borrow();
        scratch.Clear(_changes.Terms.Limit);
        scratch.Tokens.Read(item);
        if (_changes.LooksAtTexts)
        {
            new ItemAboutReader(_changes.Fields, scratch).Read(item);
        }

        new TermFinder(_rules.Terms, scratch).Find();
        return scratch;
    }

    private void MatchPostings(MatchScratch scratch)
    {
        var finder = new PostingFinder(_rules.Postings, scratch);
        finder.AddDecided(scratch.Rules);
        var undecided = finder.FindUndecided();
        foreach (var (start, _) in undecided)
        {
            _rules.Program.Code.WillRead(start);
        }

        var evaluator = new RuleEvaluator(_rules.Program, scratch);
        foreach (var (start, rule) in undecided)
        {
            if (evaluator.Holds(start))
            {
                scratch.Rules.Add(rule);
            }
        }
    }

    private static MatchScratch Borrow()
    {
        var scratch = _idle ?? new();
        _idle = null;
        return scratch;
    }

    private static void Return(MatchScratch scratch)
    {
        scratch.Item = default;
        if (scratch.Longest <= LongestKept)
        {
            _idle = scratch;
        }
    }
}
