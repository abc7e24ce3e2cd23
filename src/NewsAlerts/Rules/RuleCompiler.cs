using System.Collections;

namespace NewsAlerts.Rules;

/// <summary>Compiles queries: numbers their terms, writes their instructions, and posts each rule under its anchor.</summary>
internal sealed class RuleCompiler
{
    private readonly RuleCode _code;
    private readonly int[] _starts;
    private readonly TermTable _words;
    private readonly PrefixIndex _prefixes;
    private readonly RuleAnchors _anchors;
    private readonly RuleExtras _extras;

    private RuleCompiler(RuleCodeWriter writer)
    {
        var (code, starts) = writer.ToArrays();
        _code = new RuleCode(code);
        _starts = starts;
        _words = writer.Words;
        _extras = writer.Extras;
        _prefixes = new PrefixIndex(writer.Prefixes, writer.Words);
        _anchors = new RuleAnchors(_code, _words, _prefixes);
    }

    public static CompiledRules Compile(IEnumerable<Query> queries)
    {
        var writer = new RuleCodeWriter();
        foreach (var query in queries)
        {
            writer.Write(query);
        }

        return new RuleCompiler(writer).Compile();
    }

    private CompiledRules Compile()
    {
        // Counted first, so that the postings of all terms fit into one array.
        var terms = _words.Count + _prefixes.Count;
        var postingStarts = new int[terms + 1];
        foreach (var start in _starts)
        {
            foreach (var anchor in _anchors.Of(start))
            {
                postingStarts[anchor + 1]++;
            }
        }

        for (var term = 0; term < terms; term++)
        {
            postingStarts[term + 1] += postingStarts[term];
        }

        var postings = new RulePosting[postingStarts[^1]];
        var next = postingStarts.AsSpan(0, terms).ToArray();
        for (var rule = 0; rule < _starts.Length; rule++)
        {
            foreach (var anchor in _anchors.Of(_starts[rule]))
            {
                postings[next[anchor]++] = new(rule, _anchors.RequiredBeside(_starts[rule], anchor), _starts[rule]);
            }
        }

        return Arrange(postings, postingStarts);
    }

    /// <summary>Brings the instructions into the order of the postings: matching then reads memory from front to back.</summary>
    private CompiledRules Arrange(RulePosting[] postings, int[] postingStarts)
    {
        var code = new List<int>(_code.Length);
        var decided = new BitArray(_starts.Length);
        var starts = new int[_starts.Length];
        Array.Fill(starts, RulePosting.Decided);
        foreach (ref var posting in postings.AsSpan())
        {
            ref var start = ref starts[posting.Rule];
            if (start == RulePosting.Decided)
            {
                start = code.Count;
                code.AddRange(_code.At(posting.Start));
                decided[posting.Rule] = _anchors.IsDecidedByTerms(posting.Start);
            }

            posting = posting with { Start = decided[posting.Rule] ? RulePosting.Decided : start };
        }

        return new()
        {
            Words = _words,
            Prefixes = _prefixes,
            Code = new RuleCode([.. code]),
            Starts = starts,
            PostingStarts = postingStarts,
            Postings = postings,
            Extras = _extras,
        };
    }
}
