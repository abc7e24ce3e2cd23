using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace NewsAlerts.Rules;

/// <summary>
/// A snapshot of compiled queries: decides which of them an item satisfies, and says where. Immutable and safe to use
/// from any number of threads.
/// </summary>
internal sealed class RuleMatcher
{
    // Room for a very long item is given back.
    private const int LongestTextKept = 1 << 20;

    private readonly CompiledRules _rules;
    private readonly ConcurrentBag<MatchScratch> _idle = [];

    private RuleMatcher(CompiledRules rules) => _rules = rules;

    /// <summary>How many rules there are.</summary>
    public int Count => _rules.Starts.Length;

    /// <summary>Compiles queries; a rule's number is its query's place in the sequence, from 0.</summary>
    public static RuleMatcher Compile(IEnumerable<Query> queries) => new(RuleCompiler.Compile(queries));

    /// <summary>Replaces the content of <paramref name="rules"/> by the numbers of the rules that the item satisfies, ascending.</summary>
    public void Match(in ItemText item, List<int> rules)
    {
        var scratch = Read(item);
        scratch.Terms.CopyTo(scratch.Numbers);
        foreach (var term in CollectionsMarshal.AsSpan(scratch.Numbers))
        {
            MatchPostings(term, scratch);
        }

        rules.Clear();
        scratch.Rules.CopyTo(rules);
        Return(scratch);
    }

    /// <summary>
    /// The places that make the item satisfy the rule, in the order of the text, none overlapping another; a phrase is
    /// one place. Empty where the item does not satisfy it.
    /// </summary>
    public IReadOnlyList<WordMatch> Locate(int rule, in ItemText item)
    {
        var scratch = Read(item);
        var start = _rules.Starts[rule];
        var places = new RuleEvaluator(_rules, scratch).Holds(start) ? MatchPlaces.Of(start, _rules, scratch) : [];
        Return(scratch);
        return places;
    }

    private MatchScratch Read(in ItemText item)
    {
        var scratch = _idle.TryTake(out var idle) ? idle : new(_rules.TermCount, Count);
        var tokens = scratch.Tokens;
        tokens.Clear((item.Title?.Length ?? 0) + (item.Summary?.Length ?? 0) + (item.Body?.Length ?? 0));
        for (var field = 0; field < ItemTokens.Texts; field++)
        {
            var reader = tokens.Read(item[(TextField)field]);
            while (reader.Read())
            {
                var word = _rules.Words.Find(reader.Folded);
                tokens.Add(reader, word);
                if (word < 0)
                {
                    _rules.Prefixes.Find(reader.Folded, scratch.Numbers);
                }
                else if (scratch.Terms.Add(word))
                {
                    scratch.Numbers.AddRange(_rules.Prefixes.OfWord(word));
                }
            }

            tokens.EndField(field);
        }

        if (!_rules.Extras.IsEmpty)
        {
            new ItemAboutReader(_rules, scratch).Read(item);
        }

        foreach (var prefix in CollectionsMarshal.AsSpan(scratch.Numbers))
        {
            scratch.Terms.Add(_rules.TermOfPrefix(prefix));
        }

        scratch.Numbers.Clear();
        return scratch;
    }

    private void MatchPostings(int term, MatchScratch scratch)
    {
        var evaluator = new RuleEvaluator(_rules, scratch);
        foreach (var posting in _rules.PostingsOf(term))
        {
            if (scratch.Terms.Contains(posting.Required)
                && (posting.Start == RulePosting.Decided || evaluator.Holds(posting.Start)))
            {
                scratch.Rules.Add(posting.Rule);
            }
        }
    }

    private void Return(MatchScratch scratch)
    {
        scratch.Numbers.Clear();
        scratch.Terms.Clear();
        scratch.Rules.Clear();
        scratch.Pairs.Clear();
        scratch.Item = default;
        if (scratch.Tokens.Capacity <= LongestTextKept)
        {
            _idle.Add(scratch);
        }
    }
}
