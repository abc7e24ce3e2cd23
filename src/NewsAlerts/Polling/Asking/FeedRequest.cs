using NewsAlerts.Configuration;

namespace NewsAlerts.Polling.Asking;

/// <summary>A request for a feed, conditional where its last answer gave the means.</summary>
/// <param name="Url">The feed's address.</param>
/// <param name="ETag">The last answer's <c>ETag</c>.</param>
/// <param name="LastModified">The last answer's <c>Last-Modified</c>.</param>
internal sealed record FeedRequest(string Url, string? ETag = null, string? LastModified = null)
{
    /// <summary>Where the feed has moved to, which is asked instead of its address; null where it has not.</summary>
    public string? MovedTo { get; init; }

    /// <summary>The address of the feed or page that named this one; null where a person did.</summary>
    public string? NamedBy { get; init; }

    /// <summary>What the feed is asked for with; null where nothing.</summary>
    public FeedCredentials? Credentials { get; init; }

    /// <summary>The media types to ask for (RFC 9110 §12.5.1); null means those of feeds.</summary>
    public string? Accept { get; init; }
}
