namespace NewsAlerts.Rules.Parsing;

internal enum QueryTokenKind
{
    End,
    Word,
    Phrase,
    UnclosedPhrase,
    Open,
    Close,
    And,
    Or,
    Not,

    /// <summary>A <c>-</c>, dash or <c>!</c> that touches what it negates.</summary>
    Minus,

    /// <summary>A <c>=</c> that touches what is to be found as written.</summary>
    Exact,

    /// <summary><c>~</c> and what touches it, behind a phrase.</summary>
    Slop,

    /// <summary>A regular expression between slashes, with what touches the second one.</summary>
    Pattern,

    UnclosedPattern,

    /// <summary>NEAR with or without its distance, or what other languages write for it.</summary>
    Near,

    /// <summary>An operator of another language that none of ours does the work of.</summary>
    Foreign,

    /// <summary>Letters and a colon that touch what they belong to, such as <c>title:</c>.</summary>
    Field,
}
