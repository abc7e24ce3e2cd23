using NewsAlerts.Rules.Compiling;
using NewsAlerts.Rules.Places;

namespace NewsAlerts.Rules.Matching;

/// <summary>Decides whether an item, whose tokens and terms are in the scratch, satisfies a rule's instructions.</summary>
internal readonly ref struct RuleEvaluator(RuleProgram program, MatchScratch scratch)
{
    /// <summary>Stands for every field.</summary>
    public const int AnyField = -1;

    private readonly RuleProgram _program = program;
    private readonly RuleCode _code = program.Code;
    private readonly MatchScratch _scratch = scratch;
    private readonly ItemTokens _tokens = scratch.Tokens;

    public bool Holds(int at, int field = AnyField) => _code.OperationAt(at) switch
    {
        RuleOperation.Word => HoldsWord(_code.ArgumentAt(at), field),
        RuleOperation.Prefix => HoldsPrefix(_code.ArgumentAt(at), field),
        RuleOperation.Phrase => HoldsPhrase(at, field),
        RuleOperation.Near => HoldsNear(at, field),
        RuleOperation.In => Holds(at + RuleCode.CompoundHead, _code.ArgumentAt(at)),
        RuleOperation.And => HoldsAll(at, field),
        RuleOperation.Or => HoldsAny(at, field),
        RuleOperation.Checked => Holds(at + RuleCode.CompoundHead, field) && HoldsAtPlaces(at, field),
        RuleOperation.Row => HoldsAll(at, field) && HoldsAtPlaces(at, field),
        RuleOperation.Pattern => HoldsPattern(_code.ArgumentAt(at), field),
        _ => !Holds(at + RuleCode.CompoundHead, field),
    };

    private bool HoldsWord(int word, int field) =>
        _scratch.Terms.Contains(word) && (field == AnyField || _tokens.WordsOf(field).Contains(word));

    private bool HoldsPrefix(int prefix, int field) =>
        _scratch.Terms.Contains(_program.TermOfPrefix(prefix))
        && (field == AnyField || FieldSearch.NextWithPrefix(_tokens, field, _tokens.StartOf(field), _program.Prefixes[prefix]) >= 0);

    private bool HoldsPhrase(int at, int field)
    {
        var words = _code.PhraseWords(at);
        foreach (var word in words)
        {
            if (!_scratch.Terms.Contains(word))
            {
                return false;
            }
        }

        var rarest = _code.RarestOfPhrase(at);
        for (var i = 0; i < _tokens.Fields; i++)
        {
            if ((field == AnyField || field == i) && FieldSearch.IndexOfPhrase(_tokens.WordsOf(i), words, rarest) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool HoldsNear(int at, int field)
    {
        var left = at + RuleCode.CompoundHead;
        var right = _code.After(left);
        if (!Holds(left, field) || !Holds(right, field))
        {
            return false;
        }

        var distance = _code.ArgumentAt(at);
        var areWords = _code.IsNearOfWords(at, out var leftWord, out var rightWord);
        if (areWords && field == AnyField)
        {
            return _scratch.Positions.AreNear(leftWord, rightWord, distance, _tokens);
        }

        for (var i = 0; i < _tokens.Fields; i++)
        {
            if (field != AnyField && field != i)
            {
                continue;
            }

            if (areWords
                ? FieldSearch.AreNear(_tokens.WordsOf(i), leftWord, rightWord, distance)
                : HoldsNearPlaces(at, field, i))
            {
                return true;
            }
        }

        return false;
    }

    private bool HoldsNearPlaces(int at, int scope, int field)
    {
        _scratch.Found.Clear();
        new TokenPlaces(_program, _scratch).AddNear(at, scope, field, _scratch.Found);
        return _scratch.Found.Count > 0;
    }

    // Places are added behind what is in the list and taken away again: an operand may need the same.
    private bool HoldsAtPlaces(int at, int field)
    {
        var places = _scratch.Checked;
        var before = places.Count;
        for (var i = 0; i < _tokens.Fields && places.Count == before; i++)
        {
            new TokenPlaces(_program, _scratch).Add(at, field, i, places);
        }

        var holds = places.Count > before;
        places.RemoveRange(before, places.Count - before);
        return holds;
    }

    private bool HoldsPattern(int pattern, int field)
    {
        for (var i = 0; i < ItemTokens.Texts; i++)
        {
            if ((field == AnyField || field == i) && FieldSearch.Matches(_program.Extras.Patterns[pattern], _scratch.Item[(TextField)i]))
            {
                return true;
            }
        }

        return field >= ItemTokens.Texts && FieldSearch.Matches(_program.Extras.Patterns[pattern], _scratch.Item[(TextField)field]);
    }

    private bool HoldsAll(int at, int field)
    {
        foreach (var operand in _code.OperandsOf(at))
        {
            if (!Holds(operand, field))
            {
                return false;
            }
        }

        return true;
    }

    private bool HoldsAny(int at, int field)
    {
        foreach (var operand in _code.OperandsOf(at))
        {
            if (Holds(operand, field))
            {
                return true;
            }
        }

        return false;
    }
}
