namespace NewsAlerts.Feeds.Formats;

/// <summary>A family of feed formats.</summary>
internal interface IFeedFormat
{
    /// <summary>Reads a document of that family; null where it is of another one.</summary>
    FeedDocument? Read(SourceDocument document);
}
