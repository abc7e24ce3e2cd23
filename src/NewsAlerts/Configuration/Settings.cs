using System.Net;
using NewsAlerts.Channels.Email;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Http;
using NewsAlerts.Messages.Texts;

namespace NewsAlerts.Configuration;

/// <summary>What holds for the whole service.</summary>
public sealed record Settings
{
    private static readonly IReadOnlyList<IPNetwork> ThisMachine = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    /// <summary>Where a publisher can reach whoever runs the service, sent in the User-Agent; null means not stated.</summary>
    public string? Contact { get; init; }

    /// <summary>The time between two polls of a feed that has none of its own; null, by default, means that each feed has its own pace.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>Hosts (names or addresses) that may be private; none by default.</summary>
    public IReadOnlyList<string> AllowPrivate { get; init; } = [];

    /// <summary>
    /// The networks of the web servers before <c>alerts run --listen</c> whose <c>X-Forwarded-For</c> is believed: this machine alone
    /// by default.
    /// </summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = ThisMachine;

    /// <summary>
    /// The address under which the internet reaches our endpoints, https and without a slash at its end; null means that it
    /// cannot.
    /// </summary>
    public string? PublicUrl { get; init; }

    /// <summary>How old an item may be to alert at the first poll of its feed: 24 hours by default.</summary>
    public TimeSpan FirstPoll { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long past items, deliveries and told alerts are remembered: 90 days by default.</summary>
    public TimeSpan Keep { get; init; } = TimeSpan.FromDays(90);

    /// <summary>The time zone of what says none of its own, by its id in the IANA database: UTC by default.</summary>
    public string TimeZone { get; init; } = DeliveryTiming.Utc;

    /// <summary>The language of what is told beside the news (BCP 47), for destinations that say none: English by default.</summary>
    public string Language { get; init; } = Languages.English.Tag;

    /// <summary>How long alerts are gathered after one that went at once, to follow as one message: 30 s by default.</summary>
    public TimeSpan Group { get; init; } = new DeliveryTiming().Group;

    /// <summary>
    /// The keys that sign the links of emails, base64 of 32 bytes or more: the first one signs, all of them verify. None means
    /// that no link is made.
    /// </summary>
    public IReadOnlyList<Secret> SigningKeys { get; init; } = [];

    /// <summary>What people may subscribe to by themselves: anything by default, which of the rules means those that say so.</summary>
    public SubscribeTo Subscribe { get; init; } = SubscribeTo.Anything;

    /// <summary>The names of the destinations that are told how the service itself is; none by default.</summary>
    public IReadOnlyList<string> NotifyOps { get; init; } = [];

    /// <summary>When they are told what a week has brought, in <see cref="TimeZone"/>; null, by default, means never.</summary>
    public SendSchedule? WeeklySummary { get; init; }

    /// <summary>The mail server; null means that emails go to the outbox folder.</summary>
    public SmtpSettings? Smtp { get; init; }
}
