using NodaTime;
using NodaTime.TimeZones;

namespace NewsAlerts.Configuration.Values;

/// <summary>Time zones as alerts.yaml writes them: ids of the IANA database, such as <c>Europe/Berlin</c>.</summary>
internal static class TimeZoneText
{
    /// <summary>Where all of them are listed, by country: the database itself.</summary>
    public const string List = "https://data.iana.org/time-zones/tzdb/zone.tab";

    /// <summary>Why the text is no time zone; null where it is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="nearest">Guesses which of several words was meant.</param>
    public static Problem? Check(string text, Func<string, IReadOnlyCollection<string>, string?> nearest) =>
        DateTimeZoneProviders.Tzdb.Ids.Contains(text)
            ? null
            : new Problem(
                $"is no time zone: write that of the nearest large city which has one, such as Europe/Berlin ({List})",
                Meant(text, nearest));

    /// <summary>That of a city, that in which most people of a country live, else what is spelt most like it.</summary>
    private static string? Meant(string text, Func<string, IReadOnlyCollection<string>, string?> nearest)
    {
        var ids = DateTimeZoneProviders.Tzdb.Ids;
        var city = "/" + text.Trim().Replace(' ', '_');
        return ids.FirstOrDefault(id => id.EndsWith(city, StringComparison.OrdinalIgnoreCase)) ?? OfCountry(text.Trim()) ?? nearest(text, ids);
    }

    private static string? OfCountry(string name) => TzdbDateTimeZoneSource.Default.ZoneLocations?
        .FirstOrDefault(zone => zone.CountryName.Equals(name, StringComparison.OrdinalIgnoreCase))?.ZoneId;
}
