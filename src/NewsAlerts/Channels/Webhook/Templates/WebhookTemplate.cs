using NewsAlerts.Http;

namespace NewsAlerts.Channels.Webhook.Templates;

/// <summary>A body of the receiver's own shape, as a Handlebars template: for alerts and digests, not for notices.</summary>
/// <param name="Text">The template; secret, since a receiver's key may stand in it.</param>
public sealed record WebhookTemplate(Secret Text)
{
    /// <summary>The media type of what it makes: <c>application/json</c> by default.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>What in it came from the environment, and must not be stored or shown.</summary>
    public IReadOnlyList<Secret> Secrets { get; init; } = [];
}
