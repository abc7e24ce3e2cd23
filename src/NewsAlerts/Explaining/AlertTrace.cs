using NewsAlerts.Archive;
using NewsAlerts.Channels;

namespace NewsAlerts.Explaining;

/// <summary>What became of the alert of an article for a destination.</summary>
/// <param name="Destination">The destination's name.</param>
/// <param name="Type">Its channel.</param>
/// <param name="Id">The alert's id.</param>
/// <param name="Standing">Where the alert stands.</param>
internal sealed record AlertTrace(string Destination, string Type, string Id, AlertStanding Standing)
{
    /// <summary>The rules that it was told for, or would be.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Why it waits or is not there, as a sentence for a person; null where there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>When it is tried next, UTC; null where it does not wait, or waits for somebody.</summary>
    public DateTimeOffset? NextTry { get; init; }

    /// <summary>The delivery that tells it; null where none was tried.</summary>
    public DeliveryRecord? Delivery { get; init; }

    /// <summary>The item through which the story was told; null where that is not known.</summary>
    public ArchivedItem? ToldThrough { get; init; }
}
