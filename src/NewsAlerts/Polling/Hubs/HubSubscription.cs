using System.Globalization;
using System.Security.Cryptography;
using NewsAlerts.Feeds;
using NewsAlerts.Storage;

namespace NewsAlerts.Polling.Hubs;

/// <summary>Our subscription to a feed's hub (WebSub §5): what was agreed, and when the hub is to be asked again.</summary>
public sealed record HubSubscription
{
    /// <summary>The lease that a hub is asked for: 10 days, the specification's good default (WebSub §8.2).</summary>
    public static readonly TimeSpan WantedLease = TimeSpan.FromDays(10);

    /// <summary>The longest lease that a hub is believed.</summary>
    internal static readonly TimeSpan LongestLease = TimeSpan.FromDays(30);

    /// <summary>The longest that a hub is not asked for.</summary>
    internal static readonly TimeSpan LongestSilence = LongestLease * LeaseShare;

    private const double LeaseShare = 0.75;

    private static readonly TimeSpan ShortestLease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);
    private static readonly TimeSpan WaitAfterDenial = TimeSpan.FromDays(7);

    /// <summary>The feed's configured address.</summary>
    public required string FeedUrl { get; init; }

    /// <summary>The shard that polls the feed.</summary>
    public required string Shard { get; init; }

    /// <summary>The hub, and the feed's name there.</summary>
    public required FeedHub Hub { get; init; }

    /// <summary>The part of our callback's address that nobody can guess.</summary>
    public required string Token { get; init; }

    /// <summary>What the hub signs its announcements with.</summary>
    public required string Secret { get; init; }

    /// <summary>How far it is.</summary>
    public HubSubscriptionState State { get; init; }

    /// <summary>When the hub is to be asked next, UTC.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>Until when the hub announces, UTC; null where it does not.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>How often the hub was asked since it last confirmed.</summary>
    public int Tries { get; init; }

    /// <summary>Why there are no announcements, as a sentence for a person; null where nothing is wrong.</summary>
    public string? Problem { get; init; }

    /// <summary>The path of our callback, below the service's public address.</summary>
    public string Path => $"/{PathName}/{KeyOf(FeedUrl)}/{Token}";

    /// <summary>The first segment of the paths of all callbacks.</summary>
    internal const string PathName = "websub";

    /// <summary>The name under which a feed's subscription is kept.</summary>
    public static string KeyOf(string feedUrl) => StableHash.Of(feedUrl, 16);

    /// <summary>A subscription that the hub is to be asked for now.</summary>
    public static HubSubscription Want(string feedUrl, string shard, FeedHub hub, DateTimeOffset now) => new()
    {
        FeedUrl = feedUrl,
        Shard = shard,
        Hub = hub,
        Token = RandomNumberGenerator.GetHexString(32, lowercase: true),
        Secret = RandomNumberGenerator.GetHexString(64, lowercase: true),
        Due = now,
    };

    /// <summary>
    /// Until when the hub can be relied on to announce, UTC: to the end of the lease, but not at all while it does not take or
    /// confirm our requests, since it is not well then. Null where it cannot.
    /// </summary>
    public DateTimeOffset? ReliableUntil => Problem is null ? LeaseUntil : null;

    /// <summary>Whether the hub announces now.</summary>
    public bool IsAlive(DateTimeOffset now) => LeaseUntil.NotLaterThan(now, LongestLease) > now;

    /// <summary>Whether the hub is to be asked now.</summary>
    internal bool IsDue(DateTimeOffset now) => Due.NotLaterThan(now, LongestSilence) <= now;

    /// <summary>
    /// The hub is asked now. It is asked again after 5 minutes, doubled with each try up to 24 hours, unless it confirms.
    /// </summary>
    public HubSubscription Ask(DateTimeOffset now)
    {
        var wait = ShortestWait * Math.Pow(2, Math.Min(Tries, 10));
        return this with
        {
            State = State == HubSubscriptionState.Leaving ? State : HubSubscriptionState.Asked,
            Due = now + (wait < LongestWait ? wait : LongestWait),
            Tries = Tries + 1,
            Problem = Tries == 0 ? null : Problem ?? "it was asked and has not confirmed: can it reach the publicUrl of the settings?",
        };
    }

    /// <summary>The hub has confirmed: it is asked again when three quarters of the lease are over.</summary>
    /// <param name="leaseSeconds">What the hub says; one day where that is nothing (WebSub §5.3 wants it to be something).</param>
    /// <param name="now">The time, UTC.</param>
    public HubSubscription Confirm(string? leaseSeconds, DateTimeOffset now)
    {
        var lease = double.TryParse(leaseSeconds, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(Math.Clamp(seconds, ShortestLease.TotalSeconds, LongestLease.TotalSeconds))
            : TimeSpan.FromDays(1);
        return this with
        {
            State = HubSubscriptionState.Active,
            LeaseUntil = now + lease,
            Due = now + (lease * LeaseShare),
            Tries = 0,
            Problem = null,
        };
    }

    /// <summary>The hub has said no: it is asked again after a week.</summary>
    public HubSubscription Deny(string? reason, DateTimeOffset now) => this with
    {
        State = HubSubscriptionState.Denied,
        LeaseUntil = null,
        Due = now + WaitAfterDenial,
        Tries = 0,
        Problem = reason is null ? "it denied the subscription, without a reason" : $"it denied the subscription: {reason}",
    };

    /// <summary>The feed is not ours any more, or has another hub: this one is to be told so now.</summary>
    public HubSubscription Leave(DateTimeOffset now) =>
        State == HubSubscriptionState.Leaving ? this : this with { State = HubSubscriptionState.Leaving, Due = now, Tries = 0 };
}
