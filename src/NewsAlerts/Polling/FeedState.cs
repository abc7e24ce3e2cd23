using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Polling.Asking;
using NewsAlerts.Polling.Hubs;
using NewsAlerts.Polling.Pace;
using NewsAlerts.Storage;

namespace NewsAlerts.Polling;

/// <summary>What is known of a feed from its polls.</summary>
public sealed record FeedState
{
    /// <summary>The configured address: the key.</summary>
    public required string Url { get; init; }

    /// <summary>When it is to be polled next, UTC; null once it is gone for good.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The title that the feed gave itself last.</summary>
    public string? Title { get; init; }

    /// <summary>The last <c>ETag</c>, verbatim (RFC 9110 §8.8.3).</summary>
    public string? ETag { get; init; }

    /// <summary>The last <c>Last-Modified</c>, verbatim (RFC 9110 §8.8.2).</summary>
    public string? LastModified { get; init; }

    /// <summary>A hash of the last body that was parsed, so that an unchanged one is not parsed again.</summary>
    public string? ContentHash { get; init; }

    /// <summary>When it was polled last, UTC.</summary>
    public DateTimeOffset? Polled { get; init; }

    /// <summary>When a poll last gave a feed, changed or not, UTC; null means never: its items are judged by age.</summary>
    public DateTimeOffset? Succeeded { get; init; }

    /// <summary>Why the last poll failed, as a sentence for a person; null where it did not.</summary>
    public string? Error { get; init; }

    /// <summary>How many polls in a row have failed.</summary>
    public int Failures { get; init; }

    /// <summary>Since when every poll has failed, UTC; null where the last one did not, or nobody wrote it down.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>The other address that it names as its permanent one, while that does not hold yet.</summary>
    public FeedMove? Move { get; init; }

    /// <summary>The address that it has moved to, which is asked instead of the configured one; null where it has not.</summary>
    public string? MovedTo { get; init; }

    /// <summary>How often its interval is doubled since it answered 429: up to 6 times, once less a day.</summary>
    public int Restraint { get; init; }

    /// <summary>When the restraint was changed last, UTC.</summary>
    public DateTimeOffset? Restrained { get; init; }

    /// <summary>What the feed said last about when to come back; null where it was never read.</summary>
    public PublishingHints? Hints { get; init; }

    /// <summary>How long the last answer stays fresh; null where it does not say.</summary>
    public Freshness? Freshness { get; init; }

    /// <summary>How often the feed publishes, as far as its polls have shown; null where they have shown nothing.</summary>
    public PublishingRhythm? Rhythm { get; init; }

    /// <summary>How often its interval is halved since items may have been lost: 0 to 2.</summary>
    public int Haste { get; init; }

    /// <summary>The last time of which items may have been lost; null where there was none.</summary>
    public FeedGap? Gap { get; init; }

    /// <summary>
    /// Whether the publisher's identifiers tell no items, since every poll brings others or most items have the same one:
    /// then items are told by their links, or by title and time.
    /// </summary>
    public bool GuidsTellNothing { get; init; }
    /// <summary>Who announces its new items; null where nobody does.</summary>
    public FeedHub? Hub { get; init; }

    /// <summary>A fingerprint of what its hub was asked for last; null where it was asked for nothing.</summary>
    public string? HubAsked { get; init; }

    /// <summary>
    /// Until when its hub announces new items, UTC, so that polls are only a net; null where it does not, or has missed some.
    /// </summary>
    public DateTimeOffset? AnnouncedUntil { get; init; }

    /// <summary>When its hub announced something last, UTC; null means never.</summary>
    public DateTimeOffset? Announced { get; init; }

    /// <summary>Why articles of its last new items could not be read, as a sentence for a person; null where all could.</summary>
    public string? ArticleProblem { get; init; }

    /// <summary>How many new items there were, by hour, for the last 24 hours.</summary>
    public IReadOnlyList<HourCount> NewItems { get; init; } = [];

    /// <summary>
    /// The state in which no time lies further ahead than it can have been set. A feed that was polled by a clock that was
    /// wrong is due now, and is polled at its own pace until its hub announces something again.
    /// </summary>
    internal FeedState AsOf(DateTimeOffset now)
    {
        var isAhead = Polled?.IsTooFar(now, TimeSpan.Zero) == true;
        return this with
        {
            Due = isAhead && Due is not null ? now : Due.NotLaterThan(now, FeedSchedule.LongestWait),
            Polled = Polled.NotLaterThan(now, TimeSpan.Zero),
            Succeeded = Succeeded.NotLaterThan(now, TimeSpan.Zero),
            FailingSince = FailingSince.NotLaterThan(now, TimeSpan.Zero),
            Restrained = Restrained.NotLaterThan(now, TimeSpan.Zero),
            Announced = Announced.NotLaterThan(now, TimeSpan.Zero),
            AnnouncedUntil = isAhead ? null : AnnouncedUntil.NotLaterThan(now, HubSubscription.LongestLease),
        };
    }

    /// <summary>The state with so many new items more, and hours older than 24 left out.</summary>
    public FeedState WithNewItems(int count, DateTimeOffset now)
    {
        var hour = now.ToUnixTimeSeconds() / 3600;
        var recent = NewItems.Where(entry => entry.Hour > hour - 24 && entry.Hour <= hour).ToList();
        var current = recent.FindIndex(entry => entry.Hour == hour);
        if (current >= 0)
        {
            recent[current] = new HourCount(hour, recent[current].Count + count);
        }
        else if (count > 0)
        {
            recent.Add(new HourCount(hour, count));
        }

        return this with { NewItems = recent };
    }
}
