namespace NewsAlerts.Rules;

/// <summary>Reads compiled rules: see <see cref="RuleOperation"/> for their form.</summary>
internal readonly struct RuleCode(int[] code)
{
    /// <summary>How many numbers a compound's head has.</summary>
    public const int CompoundHead = 2;

    /// <summary>How many numbers come before a phrase's words.</summary>
    public const int PhraseHead = 2;

    private const int PatternSize = 2;

    private const int OperationBits = 4;

    private readonly int[] _code = code;

    public int Length => _code.Length;

    public static int Pack(RuleOperation operation, int argument) => (argument << OperationBits) | (int)operation;

    public RuleOperation OperationAt(int at) => (RuleOperation)(_code[at] & ((1 << OperationBits) - 1));

    public int ArgumentAt(int at) => _code[at] >> OperationBits;

    /// <summary>Where the instruction after this one is.</summary>
    public int After(int at) => at + OperationAt(at) switch
    {
        RuleOperation.Word or RuleOperation.Prefix => 1,
        RuleOperation.Phrase => PhraseHead + ArgumentAt(at),
        RuleOperation.Pattern => PatternSize,
        _ => _code[at + 1],
    };

    /// <summary>An instruction with all that belongs to it.</summary>
    public ReadOnlySpan<int> At(int at) => _code.AsSpan(at..After(at));

    /// <summary>Whether an instruction is a compound all of whose operands must hold, negative ones aside.</summary>
    public bool NeedsAll(int at) => OperationAt(at)
        is RuleOperation.Near or RuleOperation.In or RuleOperation.And or RuleOperation.Checked or RuleOperation.Loose;

    /// <summary>The term that a pattern is found under.</summary>
    public int TermOfPattern(int at) => _code[at + 1];

    public RuleOperands OperandsOf(int at) => new(this, at);

    public ReadOnlySpan<int> PhraseWords(int at) => _code.AsSpan(at + PhraseHead, ArgumentAt(at));

    public int RarestOfPhrase(int at) => _code[at + 1];

    public void SetRarestOfPhrase(int at, int index) => _code[at + 1] = index;
}
