using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Rules.Compiling;

/// <summary>Reads compiled rules: see <see cref="RuleOperation"/> for their form.</summary>
internal readonly struct RuleCode(int[] code)
{
    /// <summary>How many numbers a compound's head has.</summary>
    public const int CompoundHead = 2;

    /// <summary>How many numbers come before a phrase's words.</summary>
    public const int PhraseHead = 2;

    private const int OperationBits = 4;

    private readonly int[] _code = code;

    public int Length => _code.Length;

    public static int Pack(RuleOperation operation, int argument) => (argument << OperationBits) | (int)operation;

    public RuleOperation OperationAt(int at) => (RuleOperation)(_code[at] & ((1 << OperationBits) - 1));

    /// <summary>Says that an instruction will soon be read.</summary>
    public void WillRead(int at) => CacheHint.WillRead(ref _code[at]);

    public int ArgumentAt(int at) => _code[at] >> OperationBits;

    /// <summary>Where the instruction after this one is.</summary>
    public int After(int at) => at + OperationAt(at) switch
    {
        RuleOperation.Word or RuleOperation.Prefix or RuleOperation.Pattern => 1,
        RuleOperation.Phrase => PhraseHead + ArgumentAt(at),
        _ => _code[at + 1],
    };

    /// <summary>The next instruction, which may be an operand of this one.</summary>
    public int Next(int at) => OperationAt(at)
        is RuleOperation.Word or RuleOperation.Prefix or RuleOperation.Phrase or RuleOperation.Pattern
        ? After(at)
        : at + CompoundHead;

    /// <summary>An instruction with all that belongs to it.</summary>
    public ReadOnlySpan<int> At(int at) => _code.AsSpan(at..After(at));

    /// <summary>Whether an instruction is a compound all of whose operands must hold, negative ones aside.</summary>
    public bool NeedsAll(int at) => OperationAt(at)
        is RuleOperation.Near or RuleOperation.In or RuleOperation.And or RuleOperation.Checked or RuleOperation.Row;

    /// <summary>Whether an instruction is a NEAR between two words, and which these are.</summary>
    public bool IsNearOfWords(int at, out int left, out int right)
    {
        (left, right) = (0, 0);
        if (OperationAt(at) != RuleOperation.Near)
        {
            return false;
        }

        var first = at + CompoundHead;
        var second = After(first);
        (left, right) = (ArgumentAt(first), ArgumentAt(second));
        return OperationAt(first) == RuleOperation.Word && OperationAt(second) == RuleOperation.Word;
    }

    /// <summary>Exchanges the words of a NEAR.</summary>
    public void ExchangeSides(int at)
    {
        var sides = _code.AsSpan(at + CompoundHead, 2);
        sides.Reverse();
    }

    /// <summary>Gives all words other numbers.</summary>
    /// <param name="numbers">The new number of each word.</param>
    public void RenumberWords(ReadOnlySpan<int> numbers)
    {
        for (var at = 0; at < Length; at = Next(at))
        {
            if (OperationAt(at) == RuleOperation.Word)
            {
                _code[at] = Pack(RuleOperation.Word, numbers[ArgumentAt(at)]);
            }
            else if (OperationAt(at) == RuleOperation.Phrase)
            {
                foreach (ref var word in _code.AsSpan(at + PhraseHead, ArgumentAt(at)))
                {
                    word = numbers[word];
                }
            }
        }
    }

    public RuleOperands OperandsOf(int at) => new(this, at);

    public ReadOnlySpan<int> PhraseWords(int at) => _code.AsSpan(at + PhraseHead, ArgumentAt(at));

    public int RarestOfPhrase(int at) => _code[at + 1];

    public void SetRarestOfPhrase(int at, int index) => _code[at + 1] = index;
}
