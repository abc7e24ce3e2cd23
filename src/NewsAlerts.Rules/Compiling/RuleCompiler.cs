using System.Runtime.InteropServices;
using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Rules.Compiling;

/// <summary>Compiles queries: numbers their terms, writes their instructions, and posts each rule under its anchors.</summary>
internal sealed class RuleCompiler
{
    private readonly RuleCode _code;
    private readonly int[] _oldStarts;
    private readonly int[] _starts;
    private readonly List<int> _arranged;

    private RuleCompiler(RuleCode code, int[] starts)
    {
        _code = code;
        _oldStarts = starts;
        _starts = new int[starts.Length];
        Array.Fill(_starts, -1);
        _arranged = new(code.Length);
    }

    public static CompiledRules Compile(IEnumerable<Query> queries)
    {
        var writer = new RuleCodeWriter();
        foreach (var query in queries)
        {
            writer.Write(query);
        }

        var (code, starts) = writer.ToArrays();
        return new RuleCompiler(new(code), starts).Compile(writer);
    }

    /// <summary>Compiles one rule by itself, to be matched beside compiled ones.</summary>
    /// <returns>The rule, and the new terms with those that it has.</returns>
    public static (ChangedRule Rule, NewTerms Terms) Compile(int number, Query query, CompiledRules compiled, NewTerms terms)
    {
        var writer = new RuleCodeWriter();
        writer.Write(query);
        terms = terms.With(writer.Words, writer.Prefixes, out var wordTerms, out var prefixTerms);
        var (numbers, _) = writer.ToArrays();
        var code = new RuleCode(numbers);
        code.RenumberWords(wordTerms);
        var postings = new List<RulePosting>();
        foreach (var posting in new RuleAnchors(code, new ChangedRuleTerms(compiled, prefixTerms)).Of(0))
        {
            postings.Add(posting.WithDefault(compiled.Terms.Everywhere));
        }

        return (new(number, new(code, writer.Extras, writer.Prefixes, prefixTerms), postings), terms);
    }

    private CompiledRules Compile(RuleCodeWriter writer)
    {
        writer.Prefixes.Trim();
        var terms = new RuleTerms(writer.Words, writer.Prefixes, _code);
        var uses = new TermUses(_code, terms, writer.Words);
        var anchors = new RuleAnchors(_code, uses);
        var found = new List<(int, RulePosting)>(_oldStarts.Length);
        for (var rule = 0; rule < _oldStarts.Length; rule++)
        {
            foreach (var posting in anchors.Of(_oldStarts[rule]))
            {
                found.Add((rule, posting.WithDefault(terms.Everywhere)));
            }
        }

        var postings = new RulePostings(terms.Count, CollectionsMarshal.AsSpan(found));
        var starts = Arrange(postings, terms.Count);
        var prefixTerms = Enumerable.Range(0, writer.Prefixes.Count).Select(terms.OfPrefix).ToArray();
        return new()
        {
            Terms = terms,
            Uses = uses,
            Postings = postings,
            Starts = starts,
            Program = new(new([.. _arranged]), writer.Extras, writer.Prefixes, prefixTerms),
        };
    }

    /// <summary>Brings the instructions into the order of the postings: matching then reads memory from front to back.</summary>
    private int[] Arrange(RulePostings postings, int terms)
    {
        for (var term = 0; term < terms; term++)
        {
            var undecided = postings.UndecidedOf(term);
            for (var second = 1; second < undecided.Length; second += RulePostings.LongEntry)
            {
                undecided[second] = undecided[second] with { Term = Arrange(undecided[second].Rule) };
            }
        }

        for (var rule = 0; rule < _starts.Length; rule++)
        {
            Arrange(rule);
        }

        return _starts;
    }

    private int Arrange(int rule)
    {
        if (_starts[rule] < 0)
        {
            _starts[rule] = _arranged.Count;
            _arranged.AddRange(_code.At(_oldStarts[rule]));
        }

        return _starts[rule];
    }
}
