using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Polling.Pace;

namespace NewsAlerts.Polling;

/// <summary>How a feed is.</summary>
/// <param name="Name">Its configured name, else its own title, else its address without secrets.</param>
/// <param name="Url">Its address, without secrets.</param>
/// <param name="LastPoll">When it was polled last, UTC; null means never.</param>
/// <param name="NextPoll">When it is polled next, UTC; null means never, since it is gone for good.</param>
/// <param name="Error">Why the last poll failed; null where it did not.</param>
/// <param name="Failures">How many polls in a row have failed.</param>
/// <param name="NewItems">How many items were seen first in the last 24 hours.</param>
/// <param name="Every">The time between two polls; null where the configuration is not known, which may set it.</param>
/// <param name="Why">Why that time, as what follows "every 2 min:" in a sentence.</param>
/// <param name="Gap">The last time of which items may have been lost, if it was within a week; else null.</param>
/// <param name="GuidsTellNothing">Whether the publisher's identifiers tell no items.</param>
/// <param name="MovedTo">Where it has moved to, without secrets; null where it has not.</param>
internal sealed record FeedStatus(
    string Name,
    string Url,
    DateTimeOffset? LastPoll,
    DateTimeOffset? NextPoll,
    string? Error,
    int Failures,
    int NewItems,
    TimeSpan? Every = null,
    string Why = "",
    FeedGap? Gap = null,
    bool GuidsTellNothing = false,
    string? MovedTo = null)
{
    private static readonly TimeSpan TimeToTellOfGaps = TimeSpan.FromDays(7);

    /// <summary>Why articles of its last new items could not be read; null where all could, or none was wanted.</summary>
    public string? ArticleProblem { get; init; }

    /// <summary>How the subscription to its hub is; null where there is none.</summary>
    public HubStatus? Hub { get; init; }

    /// <summary>How a feed is by what is known of it.</summary>
    /// <param name="feed">The feed as configured; null where its configuration is not known.</param>
    /// <param name="state">What is known.</param>
    /// <param name="now">The time, UTC.</param>
    public static FeedStatus Of(Feed? feed, FeedState state, DateTimeOffset now)
    {
        var recent = state.WithNewItems(0, now);
        var pace = feed is null ? null : FeedPace.Of(feed, recent, recent.Polled ?? now);
        return new FeedStatus(
            FeedName.Of(feed?.Name, recent.Title, recent.Url),
            AddressSecrets.Redact(recent.Url),
            recent.Polled,
            recent.Due,
            recent.Error,
            recent.Failures,
            recent.NewItems.Sum(hour => hour.Count),
            pace?.Interval,
            pace?.Reason ?? "",
            recent.Gap is { } gap && now - gap.Until < TimeToTellOfGaps ? gap : null,
            recent.GuidsTellNothing,
            recent.MovedTo is null ? null : AddressSecrets.Redact(recent.MovedTo))
        {
            ArticleProblem = recent.ArticleProblem,
        };
    }
}
