namespace NewsAlerts.Local.Commands.Feeds;

/// <summary>Prints what was found at an input, for people or for programs.</summary>
internal interface IFeedPrinter
{
    /// <summary>Prints one input.</summary>
    Task PrintAsync(FeedInput input);
}
