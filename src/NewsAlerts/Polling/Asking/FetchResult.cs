using System.Net;
using NewsAlerts.Feeds;
using NewsAlerts.Http;

namespace NewsAlerts.Polling.Asking;

/// <summary>The answer to a request for a feed.</summary>
internal sealed record FetchResult
{
    /// <summary>What became of the request.</summary>
    public required FetchOutcome Outcome { get; init; }

    /// <summary>Why no document came, as a sentence for a person; null for a document.</summary>
    public string? Error { get; init; }

    /// <summary>The status of the answer, 0 where there was none.</summary>
    public int Status { get; init; }

    /// <summary>The address that answered, or that gave none.</summary>
    public Uri? Address { get; init; }

    /// <summary>Where the feed's address leads by permanent redirects alone (301, 308); null where it leads nowhere else.</summary>
    public string? MovedTo { get; init; }

    /// <summary>The document, decompressed; empty unless fetched.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>How it was served: its address after redirects, its type and language.</summary>
    public FeedSource Source { get; init; } = new();

    /// <summary>The <c>ETag</c> of the answer.</summary>
    public string? ETag { get; init; }

    /// <summary>The <c>Last-Modified</c> of the answer.</summary>
    public string? LastModified { get; init; }

    /// <summary>How long the answer stays fresh; null where it does not say.</summary>
    public Freshness? Freshness { get; init; }

    /// <summary>The <c>Link</c> header (RFC 8288), its values joined by commas.</summary>
    public string? Link { get; init; }

    /// <summary>How long the server asked us to wait; null where it did not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether there is nothing at the address (RFC 9110 §15.5.5).</summary>
    public bool IsMissing => Status == (int)HttpStatusCode.NotFound;

    /// <summary>Whether we ask too often (RFC 6585 §4).</summary>
    public bool IsTooOften => Status == (int)HttpStatusCode.TooManyRequests;

    /// <summary>
    /// Whether the server wants fewer requests from us, from this feed or others: it says so by 429 or by
    /// <c>Retry-After</c>. Any other failure, a bare 503 among them, is the feed's own.
    /// </summary>
    public bool AsksForFewer => IsTooOften || RetryAfter is not null;

    /// <summary>A request that brought no document.</summary>
    /// <param name="error">Why; parts of it may be the server's, so it is cut to <see cref="FeedLimits.Reason"/>.</param>
    public static FetchResult Failed(string error) =>
        new() { Outcome = FetchOutcome.Failed, Error = FeedLimits.Cut(error, FeedLimits.Reason) };
}
