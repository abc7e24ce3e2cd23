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

    /// <summary>The authors. This and what follows is only found where a query names it.</summary>
    Author,

    /// <summary>The names and tags of the feed.</summary>
    Feed,

    /// <summary>The host of the link.</summary>
    Site,

    /// <summary>The link.</summary>
    Link,

    /// <summary>The subjects and tags that the publisher gave.</summary>
    Category,

    /// <summary>The language.</summary>
    Language,
}
