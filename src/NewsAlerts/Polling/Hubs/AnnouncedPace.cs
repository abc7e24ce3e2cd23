using NewsAlerts.Configuration;
using NewsAlerts.Polling.Pace;

namespace NewsAlerts.Polling.Hubs;

/// <summary>Polls a feed less while its hub announces new items: only as a net under a hub that may fail.</summary>
internal static class AnnouncedPace
{
    /// <summary>The time between two polls of a feed whose hub announces, unless its own interval is longer.</summary>
    public static readonly TimeSpan Net = TimeSpan.FromHours(1);

    /// <summary>
    /// The state after a poll. A poll that found what the hub should have announced ends the trust in it: until it announces
    /// something again, the feed is polled at its own pace.
    /// </summary>
    /// <param name="before">The state before the poll.</param>
    /// <param name="after">The state after it.</param>
    /// <param name="newItems">How many new items the poll found.</param>
    /// <param name="now">The time, UTC.</param>
    public static FeedState AfterPoll(FeedState before, FeedState after, int newItems, DateTimeOffset now)
    {
        if (!(after.AnnouncedUntil > now) || (newItems > 0 && before.Succeeded is not null))
        {
            return after with { AnnouncedUntil = null };
        }

        var net = now + Net;
        var due = net < after.AnnouncedUntil ? net : after.AnnouncedUntil;
        return after.Error is null && after.Due < due ? after with { Due = due } : after;
    }

    /// <summary>The state of a feed that is to be polled at its own pace again, whatever its hub has promised.</summary>
    public static FeedState Resume(Feed feed, FeedState state, DateTimeOffset now)
    {
        var due = (state.Polled ?? now) + FeedPace.Of(feed, state, now).Interval;
        return due < state.Due ? state with { Due = due } : state;
    }
}
