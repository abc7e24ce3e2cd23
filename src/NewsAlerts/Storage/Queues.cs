namespace NewsAlerts.Storage;

/// <summary>The names of the queues.</summary>
public static class Queues
{
    /// <summary>Shards to poll.</summary>
    public const string Polls = "polls";

    /// <summary>Batches of new items to match.</summary>
    public const string NewItems = "new-items";

    /// <summary>Destinations to wake, and alerts for them.</summary>
    public const string Alerts = "alerts";

    /// <summary>All of them, in the order of the flow.</summary>
    public static IReadOnlyList<string> All { get; } = [Polls, NewItems, Alerts];
}
