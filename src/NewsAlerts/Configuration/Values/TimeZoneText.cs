using NodaTime;

namespace NewsAlerts.Configuration.Values;

/// <summary>Time zones as alerts.yaml writes them: ids of the IANA database, such as <c>Europe/Berlin</c>.</summary>
internal static class TimeZoneText
{
    /// <summary>Why the text is no time zone; null where it is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="nearest">Guesses which of several words was meant.</param>
    public static Problem? Check(string text, Func<string, IReadOnlyCollection<string>, string?> nearest) =>
        DateTimeZoneProviders.Tzdb.Ids.Contains(text)
            ? null
            : new Problem("is no time zone: write one such as Europe/Berlin", Meant(text, nearest));

    /// <summary>A city alone, else what is spelt most like it.</summary>
    private static string? Meant(string text, Func<string, IReadOnlyCollection<string>, string?> nearest)
    {
        var ids = DateTimeZoneProviders.Tzdb.Ids;
        var city = "/" + text.Trim().Replace(' ', '_');
        return ids.FirstOrDefault(id => id.EndsWith(city, StringComparison.OrdinalIgnoreCase)) ?? nearest(text, ids);
    }
}
