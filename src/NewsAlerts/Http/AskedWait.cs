using System.Globalization;
using System.Net;

namespace NewsAlerts.Http;

/// <summary>How long an answer without a document asks us to wait, in any of the headers that servers say it in.</summary>
internal static class AskedWait
{
    // A number of seconds that is larger than ten years is the time itself, in seconds since 1970, or in milliseconds.
    private const double LeastTimestamp = 315_360_000;
    private const double LeastMilliseconds = 100_000_000_000;

    private static readonly string[] ResetHeaders = ["x-ratelimit-reset", "x-rate-limit-reset", "ratelimit-reset"];

    /// <summary>
    /// Reads <c>Retry-After</c> (RFC 9110 §10.2.3); of a 429 also when its limit is reset, which servers say in seconds or as a
    /// time, and for how long it stays fresh (RFC 9111 §4.2). The longest counts; null where there is none.
    /// </summary>
    /// <param name="answer">The answer.</param>
    /// <param name="freshness">For how long it says that it stays fresh.</param>
    /// <param name="now">When it came, UTC.</param>
    public static TimeSpan? Read(HttpResponseMessage answer, Freshness? freshness, DateTimeOffset now)
    {
        var asked = RetryAfter.Read(answer.Headers, now);
        return answer.StatusCode == HttpStatusCode.TooManyRequests
            ? new[] { asked, freshness?.For, ReadReset(answer, now) }.Max()
            : asked;
    }

    private static TimeSpan? ReadReset(HttpResponseMessage answer, DateTimeOffset now) => ResetHeaders
        .Select(name => answer.Headers.NonValidated.TryGetValues(name, out var found)
            && double.TryParse(found.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? Wait(number, now)
                : (TimeSpan?)null)
        .Where(wait => wait > TimeSpan.Zero)
        .Max();

    private static TimeSpan Wait(double number, DateTimeOffset now) => number switch
    {
        < LeastTimestamp => TimeSpan.FromSeconds(Math.Ceiling(number)),
        < LeastMilliseconds => DateTimeOffset.UnixEpoch.AddSeconds(Math.Ceiling(number)) - now,
        < LeastMilliseconds * 1000 => DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Ceiling(number)) - now,
        _ => TimeSpan.Zero,
    };
}
