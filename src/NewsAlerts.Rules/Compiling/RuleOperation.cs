namespace NewsAlerts.Rules.Compiling;

/// <summary>
/// What an instruction of compiled rules does. An instruction's first number is the operation in its lowest four bits and
/// an argument above them; what follows is said below. A compound's second number is its size, itself included.
/// </summary>
internal enum RuleOperation
{
    /// <summary>Argument: the word.</summary>
    Word,

    /// <summary>Argument: the prefix.</summary>
    Prefix,

    /// <summary>Argument: how many words; then which of them is the rarest, from 0; then the words.</summary>
    Phrase,

    /// <summary>Compound. Argument: the distance; then the two sides.</summary>
    Near,

    /// <summary>Compound. Argument: the field; then the operand.</summary>
    In,

    /// <summary>Compound of its operands, negative ones last.</summary>
    And,

    /// <summary>Compound of its operands.</summary>
    Or,

    /// <summary>Compound of its operand.</summary>
    Not,

    /// <summary>Compound. Argument: the check that says which places of the operand count; then the operand.</summary>
    Checked,

    /// <summary>
    /// Compound of at least two words or checked words, in that order. Argument: how many other words may stand between, all
    /// together.
    /// </summary>
    Row,

    /// <summary>Argument: the regular expression.</summary>
    Pattern,
}
