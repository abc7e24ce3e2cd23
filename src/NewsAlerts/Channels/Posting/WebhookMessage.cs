using NewsAlerts.Http;

namespace NewsAlerts.Channels.Posting;

/// <summary>A message ready to be posted.</summary>
internal sealed record WebhookMessage
{
    /// <summary>The media type of JSON.</summary>
    public const string Json = "application/json";

    /// <summary>Where to: null, or not absolute http or https, is a mistake that the result tells.</summary>
    public required string? Address { get; init; }

    /// <summary>The body, in UTF-8.</summary>
    public required byte[] Body { get; init; }

    /// <summary>The body's media type.</summary>
    public string ContentType { get; init; } = Json;

    /// <summary>Headers beside those that describe the body.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>What must not be stored or shown.</summary>
    public IReadOnlyList<Secret?> Secrets { get; init; } = [];

    /// <summary>Reads from an answer and its text how long the receiver asks to wait, beside <c>Retry-After</c>.</summary>
    public Func<HttpResponseMessage, string, TimeSpan?> Pace { get; init; } = (_, _) => null;

    /// <summary>A message to a destination's configured address.</summary>
    public static WebhookMessage To(Destination destination, byte[] body) => new()
    {
        Address = destination.Url?.Reveal(),
        Body = body,
        Secrets = [.. destination.Secrets],
    };
}
