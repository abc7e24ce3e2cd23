using System.Globalization;

namespace NewsAlerts.Http;

/// <summary>How long an answer stays fresh (RFC 9111 §4.2): until then its sender expects no other request.</summary>
/// <param name="For">The time that was left when it came; always more than nothing.</param>
/// <param name="Header">The header that says so: <c>Cache-Control</c> or <c>Expires</c>.</param>
public sealed record Freshness(TimeSpan For, string Header)
{
    /// <summary>
    /// Reads <c>max-age</c> less <c>Age</c>, else <c>Expires</c> less <c>Date</c>. Null where the answer says neither, is
    /// stale already, or is to be asked for again each time (<c>no-cache</c>, <c>no-store</c>).
    /// </summary>
    internal static Freshness? Read(HttpResponseMessage answer, DateTimeOffset now)
    {
        if (answer.Headers.CacheControl is { NoCache: true } or { NoStore: true })
        {
            return null;
        }

        if (answer.Headers.CacheControl?.MaxAge is { } age)
        {
            return Of(age - (answer.Headers.Age ?? TimeSpan.Zero), "Cache-Control");
        }

        // Expires may be "0" or another text that is no date, which means that the answer is stale (RFC 9111 §5.3).
        return answer.Content.Headers.NonValidated.TryGetValues("Expires", out var expires)
            && DateTimeOffset.TryParseExact(
                expires.ToString(), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)
            ? Of(until - (answer.Headers.Date ?? now), "Expires")
            : null;
    }

    private static Freshness? Of(TimeSpan left, string header) => left > TimeSpan.Zero ? new Freshness(left, header) : null;
}
