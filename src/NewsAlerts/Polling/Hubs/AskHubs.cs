using Microsoft.Extensions.Logging;
using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Polling.Shards;
using NewsAlerts.Steps;
using NewsAlerts.Storage;

namespace NewsAlerts.Polling.Hubs;

/// <summary>
/// Run by a timer: asks hubs for the subscriptions that are wanted or whose lease ends, and unsubscribes from those whose
/// feeds have left the configuration. It costs one listing, and nothing where there is no public address.
/// </summary>
internal sealed partial class AskHubs(
    CurrentConfiguration configuration,
    PublicSite site,
    HubSubscriptions subscriptions,
    HubClient client,
    StepMessages messages,
    TimeProvider time,
    ILogger<AskHubs> logger)
{
    // So many in one round; the others are still due in the next.
    private const int MostInARound = 50;

    // After so many requests in vain to be left alone, the lease may run out by itself.
    private const int PatienceToLeave = 3;

    /// <summary>Asks the hubs that are due. Returns how many.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (site.Address is not { } address)
        {
            return 0;
        }

        var feeds = configuration.Snapshot.Configuration.Feeds.Select(feed => HubSubscription.KeyOf(feed.Url)).ToHashSet();
        var now = time.GetUtcNow();
        var due = await subscriptions.ListAsync(cancellationToken)
            .Where(listed => listed.Due.NotLaterThan(now, HubSubscription.LongestSilence) <= now || IsToLeave(listed, feeds))
            .OrderBy(listed => listed.Due)
            .Take(MostInARound)
            .ToListAsync(cancellationToken);
        await Task.WhenAll(due.Select(listed => AskAsync(listed, !feeds.Contains(listed.Key), address, cancellationToken)));
        return due.Count;
    }

    private static bool IsToLeave(ListedHubSubscription listed, HashSet<string> feeds) =>
        listed.State != HubSubscriptionState.Leaving && !feeds.Contains(listed.Key);

    // The hub may confirm before it has answered us, and another process may be about to ask, too: what is asked is written
    // down first.
    private async Task AskAsync(ListedHubSubscription listed, bool leave, string address, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var asked = await subscriptions.UpdateAsync(
            listed.Key,
            current => (leave ? current?.Leave(now) : current) is { } next && next.IsDue(now) ? next.Ask(now) : null,
            cancellationToken);
        if (asked is null)
        {
            return;
        }

        if (asked.State == HubSubscriptionState.Leaving && (!asked.IsAlive(now) || asked.Tries > PatienceToLeave))
        {
            await subscriptions.DeleteAsync(listed.Key, cancellationToken);
            return;
        }

        if (await client.AskAsync(asked, address + asked.Path, cancellationToken) is { } problem)
        {
            Log.AskFailed(logger, AddressSecrets.Redact(asked.Hub.Address), AddressSecrets.Redact(asked.FeedUrl), problem);
            asked = await subscriptions.UpdateAsync(
                listed.Key,
                current => current?.Token == asked.Token && current.Tries == asked.Tries ? current with { Problem = problem } : null,
                cancellationToken);
        }

        // The lease still runs, but nobody may announce: the feed is polled at its own pace until the hub has confirmed.
        if (asked is { Problem: not null, State: HubSubscriptionState.Asked } && asked.IsAlive(now))
        {
            await messages.SendAsync(new PollShard(asked.Shard) { Notice = HubNotice.Of(asked) }, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(120, LogLevel.Information, "The hub {Hub} of {Feed} did not take a request: {Problem}")]
        public static partial void AskFailed(ILogger logger, string hub, string feed, string problem);
    }
}
