using System.Collections;

namespace NewsAlerts.Rules;

/// <summary>
/// Chooses each rule's anchor: of the terms that it requires, the one that fewest rules use; for an OR, the anchors of all
/// its operands. What many rules ask for is common in the news, too, so rare anchors are seldom met in vain.
/// </summary>
internal sealed class RuleCompiler
{
    private readonly RuleCode _code;
    private readonly int[] _starts;
    private readonly TermTable _words;
    private readonly PrefixIndex _prefixes;
    private readonly int[] _uses;
    private readonly List<int> _anchors = [];
    private readonly List<int> _required = [];

    private RuleCompiler(RuleCodeWriter writer)
    {
        var (code, starts) = writer.ToArrays();
        _code = new RuleCode(code);
        _starts = starts;
        _words = writer.Words;
        _prefixes = new PrefixIndex(writer.Prefixes, writer.Words);
        _uses = CountUses();
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
        var postingStarts = new int[_uses.Length + 1];
        foreach (var start in _starts)
        {
            foreach (var anchor in AnchorsOf(start))
            {
                postingStarts[anchor + 1]++;
            }
        }

        for (var term = 0; term < _uses.Length; term++)
        {
            postingStarts[term + 1] += postingStarts[term];
        }

        var postings = new RulePosting[postingStarts[^1]];
        var next = postingStarts.AsSpan(0, _uses.Length).ToArray();
        for (var rule = 0; rule < _starts.Length; rule++)
        {
            foreach (var anchor in AnchorsOf(_starts[rule]))
            {
                postings[next[anchor]++] = new(rule, RequiredBeside(_starts[rule], anchor), _starts[rule]);
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
                decided[posting.Rule] = IsDecidedByTerms(posting.Start);
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
        };
    }

    private int[] CountUses()
    {
        var uses = new int[_words.Count + _prefixes.Count];
        for (var at = 0; at < _code.Length; at = Inner(at))
        {
            if (_code.OperationAt(at) == RuleOperation.Word)
            {
                uses[_code.ArgumentAt(at)]++;
            }
            else if (_code.OperationAt(at) == RuleOperation.Phrase)
            {
                foreach (var word in _code.PhraseWords(at))
                {
                    uses[word]++;
                }
            }
            else if (_code.OperationAt(at) == RuleOperation.Prefix)
            {
                uses[TermOfPrefix(_code.ArgumentAt(at))]++;
            }
        }

        for (var word = 0; word < _words.Count; word++)
        {
            foreach (var prefix in _prefixes.OfWord(word))
            {
                uses[TermOfPrefix(prefix)] += uses[word];
            }
        }

        for (var at = 0; at < _code.Length; at = Inner(at))
        {
            if (_code.OperationAt(at) == RuleOperation.Phrase)
            {
                _code.SetRarestOfPhrase(at, IndexOfRarest(_code.PhraseWords(at), uses));
            }
        }

        return uses;
    }

    private int Inner(int at) =>
        _code.OperationAt(at) is RuleOperation.Word or RuleOperation.Prefix or RuleOperation.Phrase
            ? _code.After(at)
            : at + RuleCode.CompoundHead;

    private static int IndexOfRarest(ReadOnlySpan<int> words, int[] uses)
    {
        var rarest = 0;
        for (var i = 1; i < words.Length; i++)
        {
            rarest = uses[words[i]] < uses[words[rarest]] ? i : rarest;
        }

        return rarest;
    }

    private List<int> AnchorsOf(int start)
    {
        _anchors.Clear();
        AddAnchors(start);
        return _anchors;
    }

    private void AddAnchors(int at)
    {
        switch (_code.OperationAt(at))
        {
            case RuleOperation.Or:
                for (var operand = at + RuleCode.CompoundHead; operand < _code.After(at); operand = _code.After(operand))
                {
                    AddAnchors(operand);
                }

                break;
            case RuleOperation.Near or RuleOperation.In or RuleOperation.And:
                AddAnchors(CheapestOperand(at).At);
                break;
            default:
                _anchors.Add(TermAt(at));
                break;
        }
    }

    private (int At, long Cost) CheapestOperand(int at)
    {
        var cheapest = (At: at, Cost: long.MaxValue);
        for (var operand = at + RuleCode.CompoundHead; operand < _code.After(at); operand = _code.After(operand))
        {
            var cost = Cost(operand);
            cheapest = cost < cheapest.Cost ? (operand, cost) : cheapest;
        }

        return cheapest;
    }

    private long Cost(int at)
    {
        switch (_code.OperationAt(at))
        {
            case RuleOperation.Or:
                var sum = 0L;
                for (var operand = at + RuleCode.CompoundHead; operand < _code.After(at); operand = _code.After(operand))
                {
                    sum += Cost(operand);
                }

                return sum;
            case RuleOperation.Near or RuleOperation.In or RuleOperation.And:
                return CheapestOperand(at).Cost;
            case RuleOperation.Not:
                return long.MaxValue;
            default:
                return _uses[TermAt(at)];
        }
    }

    private int TermAt(int at) => _code.OperationAt(at) switch
    {
        RuleOperation.Word => _code.ArgumentAt(at),
        RuleOperation.Prefix => TermOfPrefix(_code.ArgumentAt(at)),
        RuleOperation.Phrase => _code.PhraseWords(at)[_code.RarestOfPhrase(at)],
        var compound => throw new InvalidOperationException($"{compound} has no single term."),
    };

    private int TermOfPrefix(int prefix) => _words.Count + prefix;

    private int RequiredBeside(int start, int anchor)
    {
        _required.Clear();
        AddRequired(start);
        var rarest = anchor;
        foreach (var term in _required)
        {
            rarest = term != anchor && (rarest == anchor || _uses[term] < _uses[rarest]) ? term : rarest;
        }

        return rarest;
    }

    private void AddRequired(int at)
    {
        switch (_code.OperationAt(at))
        {
            case RuleOperation.Word or RuleOperation.Prefix:
                _required.Add(TermAt(at));
                break;
            case RuleOperation.Phrase:
                _required.AddRange(_code.PhraseWords(at));
                break;
            case RuleOperation.Near or RuleOperation.In or RuleOperation.And:
                for (var operand = at + RuleCode.CompoundHead; operand < _code.After(at); operand = _code.After(operand))
                {
                    AddRequired(operand);
                }

                break;
        }
    }

    /// <summary>Whether a rule is a term, an AND of two terms, or an OR of terms.</summary>
    private bool IsDecidedByTerms(int start)
    {
        if (IsTerm(start))
        {
            return true;
        }

        if (_code.OperationAt(start) is not (RuleOperation.And or RuleOperation.Or))
        {
            return false;
        }

        var operands = 0;
        for (var operand = start + RuleCode.CompoundHead; operand < _code.After(start); operand = _code.After(operand))
        {
            operands++;
            if (!IsTerm(operand))
            {
                return false;
            }
        }

        return operands == 2 || _code.OperationAt(start) == RuleOperation.Or;
    }

    private bool IsTerm(int at) => _code.OperationAt(at) is RuleOperation.Word or RuleOperation.Prefix;
}
