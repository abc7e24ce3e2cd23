using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Polling.Asking;
using NewsAlerts.Polling.Hubs;
using NewsAlerts.Polling.Pace;

namespace NewsAlerts.Polling;

/// <summary>Polls one feed: fetches, parses what has changed, and works out the feed's next state.</summary>
internal sealed class FeedPoller(FeedClient client, TimeProvider time)
{
    /// <summary>The address that a feed is asked for at.</summary>
    public static string AddressOf(Feed feed, FeedState state) => state.MovedTo ?? feed.Url;

    /// <summary>Leaves a feed alone, since its domain is to be.</summary>
    public static PolledFeed Postpone(Feed feed, FeedState state, DateTimeOffset until) =>
        new(feed, state, NextState.AfterPostponing(state, AddressOf(feed, state), until), null) { IsPostponed = true };

    /// <summary>Polls a feed. Whatever is wrong with it is in the state that it returns; only cancellation throws.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="state">What is known of it.</param>
    /// <param name="turn">The feed's turn to ask its domain, which hears what came of it.</param>
    /// <param name="cancellationToken">Ends the poll.</param>
    public async Task<PolledFeed> PollAsync(Feed feed, FeedState state, Refusals.Turn turn, CancellationToken cancellationToken)
    {
        var request = new FeedRequest(feed.Url, state.ETag, state.LastModified)
        {
            MovedTo = state.MovedTo,
            Credentials = feed.Credentials,
        };
        var fetched = await client.FetchAsync(request, cancellationToken);
        var now = time.GetUtcNow();
        var polled = Read(feed, state, fetched, now);
        var answering = fetched.Address?.AbsoluteUri ?? AddressOf(feed, state);
        if (fetched.Error is null)
        {
            turn.Answer(answering);
        }
        else if (fetched.AsksForFewer && state.Failures == 0 && polled.After.Due is { } due)
        {
            // A feed that failed before says nothing new of its domain: a dead route would hold the others back for ever.
            turn.Refuse(feed.Url, answering, now, due - now);
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
