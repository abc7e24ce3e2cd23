using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Polling.Asking;
using NewsAlerts.Polling.Pace;

namespace NewsAlerts.Polling;

/// <summary>What a poll's outcome makes of a feed's state.</summary>
internal static class NextState
{
    private const int MostRestraint = 6;
    private const int FailuresToFallBack = 5;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>After a poll that gave a feed, changed or not.</summary>
    public static FeedState AfterSuccess(Feed feed, FeedState state, FetchResult fetched, DateTimeOffset now)
    {
        var move = FeedLimits.Whole(fetched.MovedTo) is { } to ? new FeedMove(to, state.Move?.To == to ? state.Move.Times + 1 : 1) : null;
        var isLess = state.Restraint > 0 && now - state.Restrained >= Day;
        var succeeded = WithMove(feed, state, move) with
        {
            Polled = now,
            Succeeded = now,
            Error = null,
            Failures = 0,
            FailingSince = null,
            Freshness = fetched.Freshness,
            Restraint = isLess ? state.Restraint - 1 : state.Restraint,
            Restrained = isLess ? now : state.Restrained,
        };
        return succeeded with { Due = FeedSchedule.AfterSuccess(feed, succeeded, now) };
    }

    /// <summary>After a poll that gave none.</summary>
    public static FeedState AfterFailure(Feed feed, FeedState state, FetchResult fetched, DateTimeOffset now)
    {
        var failed = state with
        {
            Polled = now,
            Error = state.Succeeded is { } well && fetched.IsMissing ? FetchFailure.DescribeMissing(well) : fetched.Error,
            Failures = state.Failures + 1,
            FailingSince = state.FailingSince ?? (state.Failures > 0 ? state.Succeeded : null) ?? now,
            Restraint = fetched.IsTooOften ? Math.Min(MostRestraint, state.Restraint + 1) : state.Restraint,
            Restrained = fetched.IsTooOften ? now : state.Restrained,
        };
        var due = FeedSchedule.AfterFailure(feed, failed, fetched, now);
        if (failed.MovedTo is null)
        {
            return failed with { Due = fetched.Outcome == FetchOutcome.Gone ? null : due };
        }

        // The address that it moved to may have been the mistake: then the owner's own is asked again.
        var isLost = fetched.Outcome == FetchOutcome.Gone
            || (failed.Failures >= FailuresToFallBack && now - (failed.Succeeded ?? now) >= Day);
        return failed with { Due = due, MovedTo = isLost ? null : failed.MovedTo, Move = isLost ? null : failed.Move };
    }

    /// <summary>Without a poll, since the feed's domain is left alone.</summary>
    public static FeedState AfterPostponing(FeedState state, string address, DateTimeOffset until) => state with
    {
        Due = until,
        Error = $"not asked before {until:yyyy-MM-dd HH:mm} UTC: other feeds of {RegistrableDomain.Of(WebAddress.HostOf(address))} were refused",
    };

    private static FeedState WithMove(Feed feed, FeedState state, FeedMove? move) => move switch
    {
        { Times: < FeedMove.TimesToHold } => state with { Move = move },
        { To: var to } => state with { Move = null, MovedTo = to == feed.Url ? null : to },
        null => state with { Move = null },
    };
}
