using NewsAlerts.Messages;

namespace NewsAlerts.Channels;

/// <summary>One message to one destination.</summary>
/// <param name="Id">The same in every attempt: <c>webhook-id</c>, and the local part of <c>Message-ID</c>.</param>
/// <param name="Alerts">What it tells: at least one alert, or none beside a notice.</param>
/// <param name="Now">The time of this attempt, UTC.</param>
public sealed record OutgoingMessage(string Id, IReadOnlyList<Alert> Alerts, DateTimeOffset Now)
{
    /// <summary>What it says as a digest; null where it tells alerts as they come.</summary>
    public Digest? Digest { get; init; }

    /// <summary>The notice that it tells; null where it tells alerts.</summary>
    public Notice? Notice { get; init; }

    /// <summary>Where its reader can turn it down; null where there is no such page, or no reader.</summary>
    public ReaderLinks? Links { get; init; }

    /// <summary>Where the operator is reached, an email or a web address; null where that is not said.</summary>
    public string? Contact { get; init; }
}
