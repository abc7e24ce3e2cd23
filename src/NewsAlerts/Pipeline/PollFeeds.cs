using Microsoft.Extensions.Logging;
using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Items;
using NewsAlerts.Storage;

namespace NewsAlerts.Pipeline;

/// <summary>
/// The second step: claims a shard, polls its feeds that are due, stores what is new and asks for it to be matched, and
/// only then writes down what it has seen and the feeds' new states. A crash in between repeats work; the alerts' ids
/// absorb it.
/// </summary>
internal sealed partial class PollFeeds(
    CurrentConfiguration configuration,
    FeedShards shards,
    PollRound round,
    TakeHubNotice take,
    FollowHub follow,
    HubSubscriptions subscriptions,
    AddFullTexts articles,
    ItemArchive archive,
    Messages messages,
    BackOffs backOffs,
    PipelineEvents events,
    TimeProvider time,
    ILogger<PollFeeds> logger)
{
    private static readonly TimeSpan WaitForAnother = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Polls the shard that the message names; does nothing where none of its feeds is due, or another poll is under way.
    /// What a hub has told is taken as if it had been fetched, and waits for a poll that is under way.
    /// </summary>
    /// <param name="message">The shard.</param>
    /// <param name="messageId">The queue message's id, which is the same when it comes back after a crash.</param>
    /// <param name="cancellationToken">Ends the poll; what was fetched until then is fetched again.</param>
    public Task RunAsync(PollShard message, string messageId, CancellationToken cancellationToken) =>
        Tracing.RunStepAsync(nameof(PollFeeds), message.Trace, () => PollAsync(message, messageId, cancellationToken));

    private async Task PollAsync(PollShard message, string messageId, CancellationToken cancellationToken)
    {
        var snapshot = configuration.Snapshot;
        var claim = new PollClaim(messageId, Guid.NewGuid().ToString("N"), time.GetUtcNow() + PollClaim.Time);
        var isBusy = false;
        var claimed = await shards.UpdateAsync(message.Shard, known: null, Claim, cancellationToken);
        if (claimed is null)
        {
            if (isBusy && message.Notice is not null)
            {
                await messages.SendAsync(message, WaitForAnother, cancellationToken);
            }
            else if (message.Notice?.Body is { } unwanted)
            {
                await subscriptions.DeleteBodyAsync(unwanted, cancellationToken);
            }

            return;
        }

        SeenItems? seen = null;
        var due = message.Notice is null ? DueFeeds(claimed.Value, snapshot) : [];
        var batches = new NewItemBatches(archive, messages, message.Shard);
        var finder = new NewItems(snapshot.Configuration.Settings.FirstPoll, time);
        var refusals = new Refusals(message.Notice is null ? await backOffs.ReadAsync(cancellationToken) : []);
        var phase = PhaseOf(message.Shard);
        var states = new Dictionary<string, FeedState>();
        var ends = time.GetUtcNow() + AddFullTexts.TimeForARound;
        var polls = message.Notice is null
            ? round.PollAsync(due, refusals, batches.FlushAsync, cancellationToken)
            : take.RunAsync(message.Notice, claimed.Value, snapshot, cancellationToken);
        await foreach (var polled in polls)
        {
            var found = FoundItems.Nothing;
            if (polled.Document is { } document)
            {
                seen ??= await shards.ReadSeenAsync(message.Shard, cancellationToken);
                found = await articles.RunAsync(polled.Feed, finder.Find(polled, document, seen), ends, cancellationToken);
                await batches.AddAsync(found.New, cancellationToken);
            }

            if (polled.IsPostponed)
            {
                states[polled.Feed.Url] = polled.After;
                continue;
            }

            var learned = polled with { After = FeedLesson.Learn(polled, found.Shown, phase) };
            var after = await follow.RunAsync(message.Shard, learned, found.New.Count, cancellationToken);
            states[polled.Feed.Url] = found.New.Count == 0 ? after : after with { ArticleProblem = AddFullTexts.Summarize(found.New) };
            if (polled.Document is not null || !polled.IsAnnounced)
            {
                events.Polled(polled.Feed, after, found.New.Count);
            }

            events.Found(polled.Feed, found.New);
            Log.Polled(logger, WebAddress.WithoutSecrets(polled.Feed.Url), found.New.Count, after.Error);
        }

        await batches.FlushAsync(cancellationToken);
        if (seen is { IsChanged: true })
        {
            seen.KeepOnly(claimed.Value.Feeds.Select(feed => feed.Url));
            await shards.WriteSeenAsync(message.Shard, seen, cancellationToken);
        }

        await backOffs.AddAsync(refusals.New, cancellationToken);
        await shards.UpdateAsync(message.Shard, claimed, shard => Finish(shard, claim.Token, states, snapshot), cancellationToken);
        if (message.Notice?.Body is { } body)
        {
            await subscriptions.DeleteBodyAsync(body, cancellationToken);
        }

        if (states.Count < due.Count)
        {
            // A slow host took the time of some: they are polled at once, in a round of their own.
            await messages.SendAsync(new PollShard(message.Shard), cancellationToken);
        }

        FeedShard? Claim(FeedShard? shard)
        {
            shard = shard?.AsOf(time.GetUtcNow());
            isBusy = shard?.IsClaimedByAnother(messageId, time.GetUtcNow()) == true;
            var isWanted = message.Notice is not null || shard?.Due <= time.GetUtcNow();
            return isWanted && !isBusy && shard is not null ? shard with { Claim = claim } : null;
        }
    }

    // Whoever claimed the shard after our claim ran out polls these feeds again: then our states are not worth writing.
    private static FeedShard? Finish(
        FeedShard? shard, string token, Dictionary<string, FeedState> states, ConfigurationSnapshot snapshot)
    {
        if (shard?.Claim?.Token != token)
        {
            return null;
        }

        List<FeedState> feeds = [.. shard.Feeds.Select(feed => states.GetValueOrDefault(feed.Url, feed))];
        var rhythm = new ShardRhythm(feeds, url => snapshot.FindFeed(url)?.Every);
        return shard with
        {
            Claim = null,
            Feeds = [.. feeds.Select(feed => states.ContainsKey(feed.Url) ? rhythm.Join(feed) : feed)],
        };
    }

    private List<(Feed Feed, FeedState State)> DueFeeds(FeedShard shard, ConfigurationSnapshot snapshot)
    {
        var now = time.GetUtcNow();
        return [.. from state in shard.Feeds
                   where state.Due <= now
                   orderby state.Due
                   let feed = snapshot.FindFeed(state.Url)
                   where feed is not null
                   select (feed, state)];
    }

    // Shards take turns: what can wait for a common minute does not wait for the same one everywhere.
    private static TimeSpan PhaseOf(string shard) => TimeSpan.FromMinutes(Convert.ToInt32(StableHash.Of(shard, 2), 16) % 60);

    private static partial class Log
    {
        [LoggerMessage(100, LogLevel.Debug, "Polled {Url}: {New} new items {Error}")]
        public static partial void Polled(ILogger logger, string url, int @new, string? error);
    }
}
