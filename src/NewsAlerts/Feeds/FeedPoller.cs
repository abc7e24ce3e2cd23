using NewsAlerts.Feeds.Hubs;
using NewsAlerts.Items;

namespace NewsAlerts.Feeds;

/// <summary>Polls one feed: fetches, parses what has changed, and works out the feed's next state.</summary>
internal sealed class FeedPoller(FeedClient client, TimeProvider time)
{
    /// <summary>Polls a feed. Whatever is wrong with it is in the state that it returns; only cancellation throws.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="state">What is known of it.</param>
    /// <param name="refusals">Who refused us; their feeds are not asked, and who refuses now is added.</param>
    /// <param name="cancellationToken">Ends the poll.</param>
    public async Task<PolledFeed> PollAsync(
        Feed feed, FeedState state, Refusals refusals, CancellationToken cancellationToken)
    {
        var address = state.MovedTo ?? feed.Url;
        if (refusals.Until(address, time.GetUtcNow()) is { } until)
        {
            return new PolledFeed(feed, state, NextState.AfterPostponing(state, address, until), null) { IsPostponed = true };
        }

        var request = new FeedRequest(feed.Url, state.ETag, state.LastModified)
        {
            MovedTo = state.MovedTo,
            Credentials = feed.Credentials,
        };
        var fetched = await client.FetchAsync(request, cancellationToken);
        var polled = Read(feed, state, fetched, time.GetUtcNow());
        if (fetched.Outcome == FetchOutcome.Refused && polled.After.Due is { } due)
        {
            refusals.Add(feed.Url, fetched.Address?.AbsoluteUri ?? address, due);
        }

        return polled;
    }

    /// <summary>A poll that failed for a reason outside of the feed.</summary>
    public PolledFeed Fail(Feed feed, FeedState state, string reason) =>
        Fail(feed, state, FetchResult.Failed(reason), time.GetUtcNow());

    private static PolledFeed Read(Feed feed, FeedState state, FetchResult fetched, DateTimeOffset now)
    {
        if (fetched.Error is not null)
        {
            return Fail(feed, state, fetched, now);
        }

        var succeeded = NextState.AfterSuccess(feed, state, fetched, now);
        if (fetched.Outcome == FetchOutcome.Unchanged)
        {
            // The validators of a 304 are those to ask with from now on (RFC 9110 §15.4.5, RFC 9111 §4.3.4).
            var unchanged = succeeded with
            {
                ETag = fetched.ETag ?? state.ETag,
                LastModified = fetched.LastModified ?? state.LastModified,
            };
            return new PolledFeed(feed, state, unchanged, null);
        }

        var hash = StableHash.Of(fetched.Body.Span, 16);
        var fetchedState = succeeded with
        {
            ETag = fetched.ETag,
            LastModified = fetched.LastModified,
            ContentHash = hash,
        };
        if (hash == state.ContentHash)
        {
            return new PolledFeed(feed, state, fetchedState, null);
        }

        var parsed = FeedParser.Parse(fetched.Body, fetched.Source);
        return parsed.IsFeed
            ? new PolledFeed(feed, state, fetchedState with
            {
                Title = parsed.Document.Title,
                Hints = parsed.Document.Hints,
                Hub = FeedHub.Find(fetched.Link, parsed.Document.Hints, fetched.Source.Address),
            }, parsed.Document)
            : Fail(feed, state, FetchResult.Failed(parsed.Error), now);
    }

    private static PolledFeed Fail(Feed feed, FeedState state, FetchResult fetched, DateTimeOffset now) =>
        new(feed, state, NextState.AfterFailure(feed, state, fetched, now), null);
}
