namespace NewsAlerts.Feeds;

/// <summary>How a document was served: what a parser needs to know beside its bytes.</summary>
/// <param name="Address">Where the document came from, against which relative links resolve; null where unknown.</param>
/// <param name="ContentType">The <c>Content-Type</c> header as sent (RFC 9110 §8.3); null where there was none.</param>
/// <param name="ContentLanguage">The <c>Content-Language</c> header (RFC 9110 §8.5), the last resort for the feed's language.</param>
/// <param name="ContentLocation">The <c>Content-Location</c> header (RFC 9110 §8.7), the base where the address is unknown.</param>
public sealed record FeedSource(
    Uri? Address = null,
    string? ContentType = null,
    string? ContentLanguage = null,
    string? ContentLocation = null);
