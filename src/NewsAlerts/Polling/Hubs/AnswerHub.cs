using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Polling.Shards;
using NewsAlerts.Steps;
using NewsAlerts.Storage;

namespace NewsAlerts.Polling.Hubs;

/// <summary>
/// Does what hubs ask for in their calls. The shard of a feed has one writer, PollFeeds: whatever concerns the feed is sent
/// there.
/// </summary>
internal sealed partial class AnswerHub(
    HubSubscriptions subscriptions, StepMessages messages, TimeProvider time, ILogger<AnswerHub> logger)
{
    /// <summary>A hub wants to know whether we asked to be subscribed (WebSub §5.3). Returns whether we did.</summary>
    public async Task<bool> ConfirmAsync(
        HubCallback call, string? topic, string? leaseSeconds, CancellationToken cancellationToken)
    {
        var confirmed = await subscriptions.UpdateAsync(
            call.Key,
            current => IsMeant(current, call, topic) && current.State is HubSubscriptionState.Asked or HubSubscriptionState.Active
                ? current.Confirm(leaseSeconds, time.GetUtcNow())
                : null,
            cancellationToken);
        return await TellAsync(confirmed, cancellationToken);
    }

    /// <summary>A hub wants to know whether we asked to be left alone (WebSub §5.3). Returns whether we did.</summary>
    public async Task<bool> ReleaseAsync(HubCallback call, string? topic, CancellationToken cancellationToken)
    {
        var current = await subscriptions.ReadAsync(call.Key, cancellationToken);
        if (!IsMeant(current, call, topic) || current.State != HubSubscriptionState.Leaving)
        {
            return false;
        }

        await subscriptions.DeleteAsync(call.Key, cancellationToken);
        return true;
    }

    /// <summary>A hub will not announce, or not any more (WebSub §5.2). Returns whether the subscription is ours.</summary>
    public async Task<bool> DenyAsync(HubCallback call, string? topic, string? reason, CancellationToken cancellationToken)
    {
        var denied = await subscriptions.UpdateAsync(
            call.Key,
            current => IsMeant(current, call, topic) && current.State != HubSubscriptionState.Leaving
                ? current.Deny(reason, time.GetUtcNow())
                : null,
            cancellationToken);
        return await TellAsync(denied, cancellationToken);
    }

    /// <summary>
    /// A hub announces something (WebSub §7). Returns false where there is no such subscription; what is not signed with its
    /// secret is taken and dropped, so that nobody learns how a signature is to be guessed.
    /// </summary>
    public async Task<bool> AnnounceAsync(
        HubCallback call,
        string? signature,
        string? contentType,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken)
    {
        var current = await subscriptions.ReadAsync(call.Key, cancellationToken);
        if (!IsMeant(current, call, current?.Hub.Topic) || current.State == HubSubscriptionState.Leaving)
        {
            return false;
        }

        if (!HubSignature.IsRight(signature, current.Secret, body.Span))
        {
            Log.WrongSignature(logger, AddressSecrets.Redact(current.Hub.Address), AddressSecrets.Redact(current.FeedUrl));
            return true;
        }

        var notice = HubNotice.Of(current) with
        {
            Body = await subscriptions.StoreBodyAsync(call.Key, body, cancellationToken),
            ContentType = contentType is null ? null : FeedLimits.Cut(contentType, FeedLimits.Name),
        };
        await messages.SendAsync(new PollShard(current.Shard) { Notice = notice }, cancellationToken);
        return true;
    }

    private async Task<bool> TellAsync(HubSubscription? changed, CancellationToken cancellationToken)
    {
        if (changed is null)
        {
            return false;
        }

        await messages.SendAsync(new PollShard(changed.Shard) { Notice = HubNotice.Of(changed) }, cancellationToken);
        return true;
    }

    private static bool IsMeant(
        [NotNullWhen(true)] HubSubscription? current, HubCallback call, string? topic) =>
        current is not null
        && current.Hub.Topic == topic
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(current.Token), Encoding.UTF8.GetBytes(call.Token));

    private static partial class Log
    {
        [LoggerMessage(130, LogLevel.Warning, "What {Hub} sent for {Feed} is not signed with the secret of its subscription: it is dropped")]
        public static partial void WrongSignature(ILogger logger, string hub, string feed);
    }
}
