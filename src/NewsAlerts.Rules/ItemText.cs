namespace NewsAlerts.Rules;

/// <summary>The texts of an item that a query looks at, as plain text; null and empty mean absent.</summary>
/// <param name="Title">The headline.</param>
/// <param name="Summary">The teaser.</param>
/// <param name="Body">The full text.</param>
public readonly record struct ItemText(string? Title, string? Summary, string? Body)
{
    /// <summary>What queries can ask of the item beside its texts; null where nothing is known.</summary>
    public ItemAbout? About { get; init; }

    /// <summary>The text of one field, empty where absent.</summary>
    public string this[TextField field] => field switch
    {
        TextField.Title => Title,
        TextField.Summary => Summary,
        TextField.Body => Body,
        _ => About?[field],
    } ?? "";
}
