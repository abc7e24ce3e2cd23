using System.Text.RegularExpressions;

namespace NewsAlerts.Rules;

/// <summary>Finds the tokens of an item that satisfy a rule's instructions.</summary>
internal readonly ref struct TokenPlaces(RuleProgram program, MatchScratch scratch)
{
    private readonly RuleProgram _program = program;
    private readonly RuleCode _code = program.Code;
    private readonly MatchScratch _scratch = scratch;
    private readonly ItemTokens _tokens = scratch.Tokens;

    /// <summary>Adds the places in one field that make instructions hold, of which it is known that they do.</summary>
    /// <param name="at">The instructions.</param>
    /// <param name="scope">The field that they are confined to.</param>
    /// <param name="field">The field to look at.</param>
    /// <param name="spans">Where the places go, in no particular order.</param>
    public void Add(int at, int scope, int field, List<TokenSpan> spans)
    {
        if (scope != RuleEvaluator.AnyField && scope != field)
        {
            return;
        }

        switch (_code.OperationAt(at))
        {
            case RuleOperation.Word:
                AddPhrase([_code.ArgumentAt(at)], 0, field, spans);
                break;
            case RuleOperation.Phrase:
                AddPhrase(_code.PhraseWords(at), _code.RarestOfPhrase(at), field, spans);
                break;
            case RuleOperation.Prefix:
                AddPrefix(_program.Prefixes[_code.ArgumentAt(at)], field, spans);
                break;
            case RuleOperation.Near:
                AddNear(at, scope, field, spans);
                break;
            case RuleOperation.In:
                Add(at + RuleCode.CompoundHead, _code.ArgumentAt(at), field, spans);
                break;
            case RuleOperation.And or RuleOperation.Or:
                AddOperands(at, scope, field, spans);
                break;
            case RuleOperation.Checked:
                AddChecked(at, scope, field, spans);
                break;
            case RuleOperation.Loose:
                AddLoose(at, field, spans);
                break;
            case RuleOperation.Pattern when scope == field || field < ItemTokens.Texts:
                AddMatches(_program.Extras.Patterns[_code.ArgumentAt(at)], (TextField)field);
                break;
        }
    }

    /// <summary>Adds both sides of every pair that a NEAR finds in one field.</summary>
    public void AddNear(int at, int scope, int field, List<TokenSpan> spans)
    {
        var left = at + RuleCode.CompoundHead;
        var distance = _code.ArgumentAt(at);
        AddSide(left, scope, field, _scratch.Left);
        AddSide(_code.After(left), scope, field, _scratch.Right);
        AddPairs(_scratch.Left, _scratch.Right, distance, spans);
        AddPairs(_scratch.Right, _scratch.Left, distance, spans);
    }

    private void AddPhrase(ReadOnlySpan<int> phrase, int rarest, int field, List<TokenSpan> spans)
    {
        var words = _tokens.WordsOf(field);
        var start = _tokens.StartOf(field);
        for (var at = FieldSearch.IndexOfPhrase(words, phrase, rarest); at >= 0; at = FieldSearch.IndexOfPhrase(words, phrase, rarest, at + 1))
        {
            spans.Add(new(start + at, start + at + phrase.Length - 1));
        }
    }

    private void AddPrefix(ReadOnlySpan<char> prefix, int field, List<TokenSpan> spans)
    {
        for (var token = FieldSearch.NextWithPrefix(_tokens, field, _tokens.StartOf(field), prefix); token >= 0;)
        {
            spans.Add(new(token, token));
            token = FieldSearch.NextWithPrefix(_tokens, field, token + 1, prefix);
        }
    }

    private void AddChecked(int at, int scope, int field, List<TokenSpan> spans)
    {
        var check = _program.Extras.Checks[_code.ArgumentAt(at)];
        var text = _scratch.Item[(TextField)field];
        var kept = spans.Count;
        Add(at + RuleCode.CompoundHead, scope, field, spans);
        for (var i = kept; i < spans.Count; i++)
        {
            var place = _tokens.PlaceOf(spans[i]);
            if (check.Accepts(text, place.Start, place.Length))
            {
                spans[kept++] = spans[i];
            }
        }

        spans.RemoveRange(kept, spans.Count - kept);
    }

    /// <summary>Adds, for each place of the first word, the shortest span in which the others follow.</summary>
    private void AddLoose(int at, int field, List<TokenSpan> spans)
    {
        var words = _tokens.WordsOf(field);
        var start = _tokens.StartOf(field);
        var first = at + RuleCode.CompoundHead;
        for (var from = FieldSearch.NextIndexOf(words, _code.ArgumentAt(first), 0); from >= 0; from = FieldSearch.NextIndexOf(words, _code.ArgumentAt(first), from + 1))
        {
            var (last, count) = (from, 0);
            foreach (var word in _code.OperandsOf(at))
            {
                last = count++ == 0 || last < 0 ? last : FieldSearch.NextIndexOf(words, _code.ArgumentAt(word), last + 1);
            }

            if (last >= 0 && last - from < count + _code.ArgumentAt(at))
            {
                spans.Add(new(start + from, start + last));
            }
        }
    }

    private void AddMatches(Regex pattern, TextField field)
    {
        foreach (var match in pattern.EnumerateMatches(_scratch.Item[field]))
        {
            if (match.Length > 0)
            {
                _scratch.Patterns.Add(new(field, match.Index, match.Length));
            }
        }
    }

    private void AddOperands(int at, int scope, int field, List<TokenSpan> spans)
    {
        var evaluator = new RuleEvaluator(_program, _scratch);
        foreach (var operand in _code.OperandsOf(at))
        {
            if (_code.OperationAt(operand) != RuleOperation.Not && evaluator.Holds(operand, scope))
            {
                Add(operand, scope, field, spans);
            }
        }
    }

    private void AddSide(int at, int scope, int field, List<TokenSpan> side)
    {
        side.Clear();
        Add(at, scope, field, side);
        side.Sort(static (one, other) => one.First.CompareTo(other.First));
    }

    /// <summary>Adds every span that ends before one of the others starts, and those others, within a distance.</summary>
    private static void AddPairs(List<TokenSpan> spans, List<TokenSpan> others, int distance, List<TokenSpan> found)
    {
        foreach (var span in spans)
        {
            var count = found.Count;
            for (var i = FirstAfter(others, span.Last); i < others.Count && others[i].First <= span.Last + distance; i++)
            {
                found.Add(others[i]);
            }

            if (found.Count > count)
            {
                found.Add(span);
            }
        }
    }

    private static int FirstAfter(List<TokenSpan> spans, int token)
    {
        var (low, high) = (0, spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = spans[middle].First > token ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
