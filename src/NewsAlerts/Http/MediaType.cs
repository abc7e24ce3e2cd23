namespace NewsAlerts.Http;

/// <summary>Media types (RFC 9110 §8.3.1), which are equal or not: <c>application/jsonfoo</c> is no JSON.</summary>
internal static class MediaType
{
    /// <summary>The type and subtype of a <c>Content-Type</c> in lower case, without parameters; empty where there is none.</summary>
    public static string Of(string? contentType) => (contentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
}
