namespace NewsAlerts.Names.People;

/// <summary>What stands between two words.</summary>
internal enum WordGap
{
    /// <summary>Nothing that could join them: the end of a sentence, a colon, a dash, the edge of the text.</summary>
    Break,
    Space,
    Hyphen,
    Apostrophe,
    Comma,

    /// <summary>A full stop, which ends a sentence or an abbreviation.</summary>
    Stop,
}
