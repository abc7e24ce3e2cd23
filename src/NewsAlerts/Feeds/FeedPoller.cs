using NewsAlerts.Feeds.Hubs;
using NewsAlerts.Items;

namespace NewsAlerts.Feeds;

/// <summary>Polls one feed: fetches, parses what has changed, and works out the feed's next state.</summary>
internal sealed class FeedPoller(FeedClient client, TimeProvider time)
{
    /// <summary>Polls a feed. Whatever is wrong with it is in the state that it returns; only cancellation throws.</summary>
    public async Task<PolledFeed> PollAsync(Feed feed, FeedState state, CancellationToken cancellationToken)
    {
        var fetched = await client.FetchAsync(new FeedRequest(feed.Url, state.ETag, state.LastModified), cancellationToken);
        var now = time.GetUtcNow();
        return fetched.Outcome switch
        {
            FetchOutcome.Fetched => Read(feed, state, fetched, now),
            FetchOutcome.Unchanged => new PolledFeed(feed, state, Succeed(feed, state, fetched, now), null),
            FetchOutcome.Gone => new PolledFeed(feed, state, Fail(feed, state, fetched, now) with { Due = null }, null),
            _ => new PolledFeed(feed, state, Fail(feed, state, fetched, now), null),
        };
    }

    /// <summary>A poll that failed for a reason outside of the feed.</summary>
    public PolledFeed Fail(Feed feed, FeedState state, string reason) =>
        new(feed, state, Fail(feed, state, FetchResult.Failed(reason), time.GetUtcNow()), null);

    private static PolledFeed Read(Feed feed, FeedState state, FetchResult fetched, DateTimeOffset now)
    {
        var hash = StableHash.Of(fetched.Body.Span, 16);
        var succeeded = Succeed(feed, state, fetched, now) with
        {
            ETag = fetched.ETag,
            LastModified = fetched.LastModified,
            ContentHash = hash,
        };
        if (hash == state.ContentHash)
        {
            return new PolledFeed(feed, state, succeeded, null);
        }

        var parsed = FeedParser.Parse(fetched.Body, fetched.Source);
        return parsed.IsFeed
            ? new PolledFeed(feed, state, succeeded with
            {
                Title = parsed.Document.Title,
                Hints = parsed.Document.Hints,
                Hub = FeedHub.Find(fetched.Link, parsed.Document.Hints, fetched.Source.Address),
            }, parsed.Document)
            : new PolledFeed(feed, state, Fail(feed, state, FetchResult.Failed(parsed.Error), now), null);
    }

    private static FeedState Succeed(Feed feed, FeedState state, FetchResult fetched, DateTimeOffset now)
    {
        var succeeded = state with
        {
            Polled = now,
            Succeeded = now,
            Error = null,
            Failures = 0,
            Freshness = fetched.Freshness,
        };
        return succeeded with { Due = FeedSchedule.AfterSuccess(feed, succeeded, now) };
    }

    private static FeedState Fail(Feed feed, FeedState state, FetchResult fetched, DateTimeOffset now)
    {
        var failed = state with
        {
            Polled = now,
            Error = fetched.Error,
            Failures = state.Failures + 1,
        };
        return failed with { Due = FeedSchedule.AfterFailure(feed, failed, fetched.RetryAfter, now) };
    }
}
