using System.Collections.ObjectModel;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Channels.Webhook.Templates;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Messages.Texts;

namespace NewsAlerts.Channels;

/// <summary>Somebody to tell, and how: an email address or a webhook.</summary>
public sealed record Destination
{
    /// <summary>What the names of those begin with who subscribed themselves.</summary>
    public const string SubscriberPrefix = "subscriber:";

    /// <summary>Its name, unique in a configuration; part of every alert's id.</summary>
    public required string Name { get; init; }

    /// <summary>The channel: <c>webhook</c>, <c>slack</c>, <c>teams</c>, <c>discord</c> or <c>email</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The webhook's address, which often carries a token; null for email.</summary>
    public Secret? Url { get; init; }

    /// <summary>
    /// The keys that sign a generic webhook (<c>whsec_…</c>, Standard Webhooks), all at once, so that receivers can go from
    /// one to the next; none means not signed.
    /// </summary>
    public IReadOnlyList<Secret> SigningKeys { get; init; } = [];

    /// <summary>The shape of a generic webhook's body; null means the documented one.</summary>
    public WebhookTemplate? Template { get; init; }

    /// <summary>The email address; null for webhooks.</summary>
    public string? To { get; init; }

    /// <summary>The language of what it is told beside the news (BCP 47): English by default.</summary>
    public string Language { get; init; } = Languages.English.Tag;

    /// <summary>When it is told.</summary>
    public DeliveryTiming Timing { get; init; } = new();

    /// <summary>What its subscriber follows, by whichever schedule: the name of each rule, or the text of each query, and the subscription's id.</summary>
    public IReadOnlyDictionary<string, string> Follows { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Whether it is a subscriber's, who does not follow that rule or query (any more).</summary>
    internal bool IsUnwanted(string rule) => IsSubscriber && !Follows.ContainsKey(rule);

    /// <summary>Whether people subscribed themselves: no name in alerts.yaml begins so, and theirs all do.</summary>
    public bool IsSubscriber => Name.StartsWith(SubscriberPrefix, StringComparison.Ordinal);

    /// <summary>What is said in its language.</summary>
    internal Language Texts => Languages.Of(Language);

    /// <summary>What must not be stored or shown of it.</summary>
    internal IEnumerable<Secret?> Secrets => [Url, .. SigningKeys, .. Template?.Secrets ?? []];

    /// <summary>Tells one address from another, without showing it.</summary>
    public string Fingerprint() =>
        StableHash.Of($"{Type}\n{Url?.Reveal() ?? To}", 8);
}
