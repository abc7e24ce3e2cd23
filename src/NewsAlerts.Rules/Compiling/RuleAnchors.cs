namespace NewsAlerts.Rules.Compiling;

/// <summary>
/// Chooses each rule's anchors. What a rule asks for is taken apart into alternatives, each a set of terms that must all
/// be in an item; of each, the rarest term is the anchor, so that it is seldom met in vain.
/// </summary>
internal sealed class RuleAnchors
{
    // Beyond it, one operand's alternatives stand for all of an AND.
    private const int MostAlternatives = 24;

    private static readonly RulePosting Nothing = new(RulePosting.None, RulePosting.None, RulePosting.None, IsDecided: true);

    private readonly RuleCode _code;
    private readonly IAnchorTerms _terms;
    private readonly List<RulePosting> _found = [];
    private readonly List<RulePosting> _products = [];

    public RuleAnchors(RuleCode code, IAnchorTerms terms)
    {
        _code = code;
        _terms = terms;
        PutRarestFirst();
    }

    /// <summary>The alternatives of a rule: every item that satisfies it has the terms of one. Valid until the next call.</summary>
    public IReadOnlyList<RulePosting> Of(int start)
    {
        _found.Clear();
        Add(start);
        return _found;
    }

    /// <summary>Has the rarest word of phrases, and of NEAR between words, be looked for first.</summary>
    private void PutRarestFirst()
    {
        for (var at = 0; at < _code.Length; at = _code.Next(at))
        {
            if (_code.OperationAt(at) == RuleOperation.Phrase)
            {
                _code.SetRarestOfPhrase(at, IndexOfRarest(_code.PhraseWords(at)));
            }
            else if (_code.IsNearOfWords(at, out var left, out var right) && UsesOf(right) < UsesOf(left))
            {
                _code.ExchangeSides(at);
            }
        }
    }

    private int IndexOfRarest(ReadOnlySpan<int> words)
    {
        var rarest = 0;
        for (var i = 1; i < words.Length; i++)
        {
            rarest = UsesOf(words[i]) < UsesOf(words[rarest]) ? i : rarest;
        }

        return rarest;
    }

    private void Add(int at)
    {
        switch (_code.OperationAt(at))
        {
            case RuleOperation.Word:
                _found.Add(Single(_code.ArgumentAt(at)));
                break;
            case RuleOperation.Prefix:
                _found.Add(Single(_terms.OfPrefix(_code.ArgumentAt(at))));
                break;
            case RuleOperation.Phrase:
                _found.Add(Phrase(_code.PhraseWords(at)));
                break;
            case RuleOperation.Or:
                foreach (var operand in _code.OperandsOf(at))
                {
                    Add(operand);
                }

                break;
            case RuleOperation.And:
                AddProduct(at);
                break;
            case var _ when _code.NeedsAll(at):
                var first = _found.Count;
                AddProduct(at);
                Undecide(first);
                break;
            default:
                _found.Add(Nothing with { IsDecided = false });
                break;
        }
    }

    private void AddProduct(int at)
    {
        var first = _found.Count;
        _found.Add(Nothing);
        foreach (var operand in _code.OperandsOf(at))
        {
            var second = _found.Count;
            if (_code.OperationAt(operand) == RuleOperation.Not)
            {
                AddForbidden(operand + RuleCode.CompoundHead);
            }
            else
            {
                Add(operand);
            }

            Multiply(first, second);
        }
    }

    private void AddForbidden(int at)
    {
        var found = _found.Count;
        Add(at);
        var forbidden = _found[found];
        var isTerm = found + 1 == _found.Count
            && forbidden is { IsDecided: true, Required: RulePosting.None, Forbidden: RulePosting.None };
        _found.RemoveRange(found, _found.Count - found);
        _found.Add(Nothing with { Forbidden = isTerm ? forbidden.Anchor : RulePosting.None, IsDecided = isTerm });
    }

    private void Multiply(int first, int second)
    {
        var factors = (Left: second - first, Right: _found.Count - second);
        if (factors.Left * factors.Right > MostAlternatives)
        {
            var keepLeft = Cost(first, second) <= Cost(second, _found.Count);
            _found.RemoveRange(keepLeft ? second : first, keepLeft ? factors.Right : factors.Left);
            Undecide(first);
            return;
        }

        _products.Clear();
        for (var left = first; left < second; left++)
        {
            for (var right = second; right < _found.Count; right++)
            {
                _products.Add(Both(_found[left], _found[right]));
            }
        }

        _found.RemoveRange(first, _found.Count - first);
        _found.AddRange(_products);
    }

    private void Undecide(int first)
    {
        for (var i = first; i < _found.Count; i++)
        {
            _found[i] = _found[i] with { IsDecided = false };
        }
    }

    private long Cost(int first, int end)
    {
        var cost = 0L;
        for (var i = first; i < end; i++)
        {
            cost += UsesOf(_found[i].Anchor);
        }

        return cost;
    }

    private RulePosting Phrase(ReadOnlySpan<int> words)
    {
        if (_terms.OfPhrase(words) is var term and >= 0)
        {
            return Single(term);
        }

        var all = Nothing with { IsDecided = false };
        foreach (var word in words)
        {
            all = Both(all, Single(word));
        }

        return all;
    }

    private static RulePosting Single(int term) => Nothing with { Anchor = term };

    /// <summary>The two rarest terms of both, the latter's among equals, and what one forbids; decided if there are no more, and both are.</summary>
    private RulePosting Both(RulePosting one, RulePosting other)
    {
        var both = Nothing with
        {
            Forbidden = Math.Max(one.Forbidden, other.Forbidden),
            IsDecided = one.IsDecided && other.IsDecided && Math.Min(one.Forbidden, other.Forbidden) == RulePosting.None,
        };
        foreach (var term in (ReadOnlySpan<int>)[other.Anchor, other.Required, one.Anchor, one.Required])
        {
            both = term == RulePosting.None || term == both.Anchor || term == both.Required ? both : With(both, term);
        }

        return both;
    }

    private RulePosting With(RulePosting posting, int term)
    {
        if (UsesOf(term) < UsesOf(posting.Anchor))
        {
            (term, posting) = (posting.Anchor, posting with { Anchor = term });
        }

        if (UsesOf(term) < UsesOf(posting.Required))
        {
            (term, posting) = (posting.Required, posting with { Required = term });
        }

        return posting with { IsDecided = posting.IsDecided && term == RulePosting.None };
    }

    private int UsesOf(int term) => term == RulePosting.None ? int.MaxValue : _terms.UsesOf(term);
}
