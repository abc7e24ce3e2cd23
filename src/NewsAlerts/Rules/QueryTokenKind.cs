namespace NewsAlerts.Rules;

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

    /// <summary>A <c>-</c> that touches what it negates.</summary>
    Minus,

    /// <summary>NEAR with or without its distance.</summary>
    Near,

    /// <summary>Letters and a colon that touch what they belong to, such as <c>title:</c>.</summary>
    Field,
}
