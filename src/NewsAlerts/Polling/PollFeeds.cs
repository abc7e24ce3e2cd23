using Microsoft.Extensions.Logging;
using NewsAlerts.Archive;
using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Polling.Articles;
using NewsAlerts.Polling.Hubs;
using NewsAlerts.Polling.Pace;
using NewsAlerts.Polling.Shards;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Polling;

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
    StepMessages messages,
    BackOffs backOffs,
    PoisonMessages poison,
    PollsAhead ahead,
    PollEvents events,
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
        Tracing.RunStepAsync(nameof(PollFeeds), message.Trace, () => ClaimAsync(message, messageId, cancellationToken));

    private async Task ClaimAsync(PollShard message, string messageId, CancellationToken cancellationToken)
    {
        var claim = new PollClaim(messageId, Guid.NewGuid().ToString("N"), time.GetUtcNow() + Lease.Time);
        FeedShard? found = null;
        var claimed = await shards.UpdateAsync(message.Shard, known: null, Claim, cancellationToken);
        if (claimed is null)
        {
            await LeaveAsync(message, messageId, found, cancellationToken);
            return;
        }

        await using var lease = new KeptLease(
            token => shards.RenewAsync(message.Shard, claim.Token, time.GetUtcNow() + Lease.Time, token), time, cancellationToken);
        try
        {
            await PollAsync(message, claimed, lease, cancellationToken);
        }
        catch (OperationCanceledException) when (lease.IsLost && !cancellationToken.IsCancellationRequested)
        {
            Log.Lost(logger, message.Shard);
        }

        await poison.SeenToAsync(Queues.Polls, message.Replayed, cancellationToken);

        FeedShard? Claim(FeedShard? shard)
        {
            var now = time.GetUtcNow();
            shard = shard?.AsOf(now);
            found = shard;
            var isWanted = message.Notice is not null || shard?.Due <= now;
            return isWanted && shard is not null && !shard.IsClaimedByAnother(messageId, now) ? shard with { Claim = claim } : null;
        }
    }

    // What cannot be done now, and nobody else does, is asked for once more.
    private async Task LeaveAsync(PollShard message, string messageId, FeedShard? shard, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (message.Notice is not null && shard?.IsClaimedByAnother(messageId, now) == true)
        {
            await messages.SendAsync(message, WaitForAnother, cancellationToken);
            return;
        }

        if (message.Notice?.Body is { } unwanted)
        {
            await subscriptions.DeleteBodyAsync(unwanted, cancellationToken);
        }
        else if (shard?.Due is { } due && due == message.Due && due > now)
        {
            // The clock of the queue is ahead of ours.
            await messages.SendAsync(message, due - now, cancellationToken);
            return;
        }

        await poison.SeenToAsync(Queues.Polls, message.Replayed, cancellationToken);
    }

    private async Task PollAsync(
        PollShard message, Versioned<FeedShard> claimed, KeptLease lease, CancellationToken cancellationToken)
    {
        var snapshot = configuration.Snapshot;
        SeenItems? seen = null;
        var due = message.Notice is null ? DueFeeds(claimed.Value, snapshot) : [];
        var batches = new NewItemBatches(archive, messages, message.Shard);
        var finder = new NewItems(snapshot.Configuration.Settings.FirstPoll, time);
        var own = snapshot.Configuration.Settings.AllowPrivate;
        var refusals = new Refusals(
            message.Notice is null ? await backOffs.ReadAsync(cancellationToken) : [],
            address => WebAddressText.IsOnOneOf(own, address));
        var phase = PhaseOf(message.Shard);
        var states = new Dictionary<string, FeedState>();
        var ends = time.GetUtcNow() + AddFullTexts.TimeForARound;
        var polls = message.Notice is null
            ? round.PollAsync(due, refusals, batches.FlushAsync, lease.Token)
            : take.RunAsync(message.Notice, claimed.Value, snapshot, lease.Token);
        await foreach (var polled in polls)
        {
            var found = FoundItems.Nothing;
            if (polled.Document is { } document)
            {
                seen ??= await shards.ReadSeenAsync(message.Shard, cancellationToken);
                found = await articles.RunAsync(polled.Feed, finder.Find(polled, document, seen), ends, lease.Token);
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
            Log.Polled(logger, AddressSecrets.Redact(polled.Feed.Url), found.New.Count, after.Error);
        }

        await batches.FlushAsync(cancellationToken);
        if (seen is { IsChanged: true })
        {
            seen.KeepOnly(claimed.Value.Feeds.Select(feed => feed.Url));
            await shards.WriteSeenAsync(message.Shard, seen, cancellationToken);
        }

        await backOffs.AddAsync(refusals, cancellationToken);
        await lease.DisposeAsync();
        await FinishAsync(message.Shard, claimed, states, snapshot, cancellationToken);
        if (message.Notice?.Body is { } body)
        {
            await subscriptions.DeleteBodyAsync(body, cancellationToken);
        }

        if (states.Count < due.Count)
        {
            // A slow host took the time of some: they are polled at once, in a round of their own.
            await messages.SendAsync(new PollShard(message.Shard), cancellationToken);
        }
    }

    // The next poll is asked for before it is written down that it was: at worst, it is asked for twice.
    private async Task FinishAsync(
        string shard,
        Versioned<FeedShard> claimed,
        Dictionary<string, FeedState> states,
        ConfigurationSnapshot snapshot,
        CancellationToken cancellationToken)
    {
        var token = claimed.Value.Claim?.Token;
        var next = Finish(claimed.Value, token, states, snapshot)?.Due;
        if (next != claimed.Value.Asked && ahead.DelayUntil(next, time.GetUtcNow()) is { } delay)
        {
            await messages.SendAsync(new PollShard(shard) { Due = next }, delay, cancellationToken);
        }
        else
        {
            next = claimed.Value.Asked;
        }

        await shards.UpdateAsync(
            shard,
            claimed,
            current => Finish(current, token, states, snapshot) is { } finished ? finished with { Asked = next } : null,
            cancellationToken);
    }

    // Whoever claimed the shard after our claim ran out polls these feeds again: then our states are not worth writing.
    private static FeedShard? Finish(
        FeedShard? shard, string? token, Dictionary<string, FeedState> states, ConfigurationSnapshot snapshot)
    {
        if (shard is null || shard.Claim?.Token != token)
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

        [LoggerMessage(101, LogLevel.Warning, "The lease on the group of feeds {Shard} was lost; whoever has it now polls them")]
        public static partial void Lost(ILogger logger, string shard);
    }
}
