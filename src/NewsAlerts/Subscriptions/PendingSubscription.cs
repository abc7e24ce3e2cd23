using System.Text.Json.Serialization;
using NewsAlerts.Subscriptions.Links;

namespace NewsAlerts.Subscriptions;

/// <summary>A subscription that somebody asked for, and that the address's reader has not confirmed.</summary>
/// <param name="Subscription">What was asked for.</param>
/// <param name="Language">The language that was asked for (BCP 47).</param>
/// <param name="Until">When the request ends by itself, UTC: until then, another link can be asked for.</param>
public sealed record PendingSubscription(Subscription Subscription, string Language, DateTimeOffset Until)
{
    /// <summary>
    /// When the last link by which it is confirmed ends, UTC; null where that was not written down, or it waits for no link.
    /// </summary>
    public DateTimeOffset? LinkUntil { get; init; }

    /// <summary>
    /// The link by which its reader ended it (<see cref="LinkSubject.Key"/>); null where it was never confirmed. It is kept for a
    /// while, in case that was an accident: only the same link restores it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? EndedBy { get; init; }

    /// <summary>Whether its reader had it before, and ended it.</summary>
    [JsonIgnore]
    public bool Ended => EndedBy is not null;
}
