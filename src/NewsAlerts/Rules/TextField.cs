namespace NewsAlerts.Rules;

/// <summary>A text of an item that words are found in, in the order in which positions are counted.</summary>
public enum TextField
{
    /// <summary>The headline.</summary>
    Title,

    /// <summary>The teaser.</summary>
    Summary,

    /// <summary>The full text.</summary>
    Body,
}
