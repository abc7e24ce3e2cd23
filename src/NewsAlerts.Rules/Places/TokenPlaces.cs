using System.Text.RegularExpressions;
using NewsAlerts.Rules.Compiling;
using NewsAlerts.Rules.Matching;
using NewsAlerts.Rules.Parsing;

namespace NewsAlerts.Rules.Places;

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
            case RuleOperation.Row:
                AddRow(at, scope, field, spans);
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
    private void AddRow(int at, int scope, int field, List<TokenSpan> spans)
    {
        // The places of each word, which are in the order of the text, behind those of the one before.
        var places = _scratch.Row;
        var ends = _scratch.RowEnds;
        places.Clear();
        ends.Clear();
        foreach (var word in _code.OperandsOf(at))
        {
            Add(word, scope, field, places);
            ends.Add(places.Count);
        }

        for (var first = 0; first < ends[0]; first++)
        {
            var last = places[first].Last;
            for (var word = 1; word < ends.Count && last >= 0; word++)
            {
                var next = FirstAfter(places, last, ends[word - 1], ends[word]);
                last = next < ends[word] ? places[next].Last : -1;
            }

            if (last >= 0 && last - places[first].First < ends.Count + _code.ArgumentAt(at))
            {
                spans.Add(new(places[first].First, last));
            }
        }
    }

    private void AddMatches(Regex pattern, TextField field)
    {
        foreach (var match in pattern.EnumerateMatches(GreekForms.InText(pattern, _scratch.Item[field])))
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
            for (var i = FirstAfter(others, span.Last, 0, others.Count); i < others.Count && others[i].First <= span.Last + distance; i++)
            {
                found.Add(others[i]);
            }

            if (found.Count > count)
            {
                found.Add(span);
            }
        }
    }

    /// <summary>The first of some spans that starts behind a token; their end where none does.</summary>
    private static int FirstAfter(List<TokenSpan> spans, int token, int low, int high)
    {
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = spans[middle].First > token ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
