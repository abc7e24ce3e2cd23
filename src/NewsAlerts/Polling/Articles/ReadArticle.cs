namespace NewsAlerts.Polling.Articles;

/// <summary>What became of an article that was asked for.</summary>
/// <param name="Text">Its text, a paragraph a line; null where there is none.</param>
/// <param name="Problem">Why there is none, as a sentence for a person; null where there is one.</param>
internal sealed record ReadArticle(string? Text, string? Problem)
{
    /// <summary>Whether the server has asked us to wait.</summary>
    public bool IsRefused { get; init; }
}
