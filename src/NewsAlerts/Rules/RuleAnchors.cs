namespace NewsAlerts.Rules;

/// <summary>
/// Chooses each rule's anchor: of the terms that it requires, the one that fewest rules use; for an OR, the anchors of all
/// its operands. What many rules ask for is common in the news, too, so rare anchors are seldom met in vain.
/// </summary>
internal sealed class RuleAnchors
{
    private readonly RuleCode _code;
    private readonly TermTable _words;
    private readonly PrefixIndex _prefixes;
    private readonly int[] _uses;
    private readonly List<int> _anchors = [];
    private readonly List<int> _required = [];

    public RuleAnchors(RuleCode code, TermTable words, PrefixIndex prefixes)
    {
        _code = code;
        _words = words;
        _prefixes = prefixes;
        _uses = CountUses();
        SetRarestOfPhrases();
    }

    /// <summary>The terms of which at least one is in every item that satisfies a rule; valid until the next call.</summary>
    public IReadOnlyList<int> Of(int start)
    {
        _anchors.Clear();
        AddAnchors(start);
        return _anchors;
    }

    /// <summary>Another term that a rule requires, the rarest; the anchor where there is none.</summary>
    public int RequiredBeside(int start, int anchor)
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

    /// <summary>Whether a rule is a term, an AND of two terms, or an OR of terms.</summary>
    public bool IsDecidedByTerms(int start)
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
        foreach (var operand in _code.OperandsOf(start))
        {
            operands++;
            if (!IsTerm(operand))
            {
                return false;
            }
        }

        return operands == 2 || _code.OperationAt(start) == RuleOperation.Or;
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
            else if (_code.OperationAt(at) == RuleOperation.Pattern)
            {
                uses[_code.TermOfPattern(at)] = int.MaxValue;
            }
        }

        for (var word = 0; word < _words.Count; word++)
        {
            foreach (var prefix in _prefixes.OfWord(word))
            {
                uses[TermOfPrefix(prefix)] += uses[word];
            }
        }

        return uses;
    }

    private void SetRarestOfPhrases()
    {
        for (var at = 0; at < _code.Length; at = Inner(at))
        {
            if (_code.OperationAt(at) == RuleOperation.Phrase)
            {
                _code.SetRarestOfPhrase(at, IndexOfRarest(_code.PhraseWords(at)));
            }
        }
    }

    private int Inner(int at) =>
        _code.OperationAt(at) is RuleOperation.Word or RuleOperation.Prefix or RuleOperation.Phrase or RuleOperation.Pattern
            ? _code.After(at)
            : at + RuleCode.CompoundHead;

    private int IndexOfRarest(ReadOnlySpan<int> words)
    {
        var rarest = 0;
        for (var i = 1; i < words.Length; i++)
        {
            rarest = _uses[words[i]] < _uses[words[rarest]] ? i : rarest;
        }

        return rarest;
    }

    private void AddAnchors(int at)
    {
        switch (_code.OperationAt(at))
        {
            case RuleOperation.Or:
                foreach (var operand in _code.OperandsOf(at))
                {
                    AddAnchors(operand);
                }

                break;
            case var _ when _code.NeedsAll(at):
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
        foreach (var operand in _code.OperandsOf(at))
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
                foreach (var operand in _code.OperandsOf(at))
                {
                    sum += Cost(operand);
                }

                return sum;
            case var _ when _code.NeedsAll(at):
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
        RuleOperation.Pattern => _code.TermOfPattern(at),
        var compound => throw new InvalidOperationException($"{compound} has no single term."),
    };

    private int TermOfPrefix(int prefix) => _words.Count + prefix;

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
            case var _ when _code.NeedsAll(at):
                foreach (var operand in _code.OperandsOf(at))
                {
                    AddRequired(operand);
                }

                break;
        }
    }

    private bool IsTerm(int at) => _code.OperationAt(at) is RuleOperation.Word or RuleOperation.Prefix;
}
