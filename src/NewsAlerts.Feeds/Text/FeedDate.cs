using System.Globalization;

namespace NewsAlerts.Feeds.Text;

/// <summary>
/// Reads the times of feeds: ISO 8601 and its W3C profile, RFC 822 and what is made of it, asctime, Unix time.
/// A time without a zone is UTC, a date without a time (or with one that no clock shows) is its midnight, and a zone that
/// nobody knows is UTC.
/// </summary>
internal static class FeedDate
{
    /// <summary>The instant that a text states; null where it states none.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed) || trimmed.Length > 100)
        {
            return null;
        }

        return (Unix(trimmed) ?? IsoDate.Parse(trimmed) ?? WrittenDate.Parse(trimmed))?.ToInstant();
    }

    private static DateParts? Unix(string text)
    {
        if (text.Length is not (9 or 10 or 13) || text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        var number = long.Parse(text, CultureInfo.InvariantCulture);
        var start = TimeSpan.FromMilliseconds(text.Length == 13 ? number : number * 1000);
        return new DateParts(1970, 1, 1, start, TimeSpan.Zero);
    }
}
