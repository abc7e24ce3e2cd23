namespace NewsAlerts.Rules.Compiling;

/// <summary>Where the operands of a compound instruction are, one after the other.</summary>
internal ref struct RuleOperands(RuleCode code, int at)
{
    private readonly RuleCode _code = code;
    private readonly int _end = code.After(at);
    private int _next = at + RuleCode.CompoundHead;

    public int Current { get; private set; }

    public readonly RuleOperands GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next >= _end)
        {
            return false;
        }

        Current = _next;
        _next = _code.After(_next);
        return true;
    }
}
