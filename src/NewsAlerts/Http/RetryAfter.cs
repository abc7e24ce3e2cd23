using System.Net.Http.Headers;

namespace NewsAlerts.Http;

/// <summary>Reads <c>Retry-After</c> (RFC 9110 §10.2.3): seconds or a date.</summary>
internal static class RetryAfter
{
    /// <summary>
    /// How long the answer asks us to wait; null where it does not ask, or asks for a time that is past.
    /// </summary>
    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var delay = headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => TimeSpan.Zero,
        };
        return delay > TimeSpan.Zero ? delay : null;
    }
}
