using NodaTime;

namespace NewsAlerts.Yaml.Values;

/// <summary>Time zones as alerts.yaml writes them: ids of the IANA database, such as <c>Europe/Berlin</c>.</summary>
internal static class TimeZoneText
{
    /// <summary>Where all of them are listed, by country: the database itself.</summary>
    public const string List = "https://data.iana.org/time-zones/tzdb/zone.tab";

    /// <summary>Why the text is no time zone; null where it is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="nearest">Guesses which of several words was meant.</param>
    public static Problem? Check(string text, Func<string, IReadOnlyCollection<string>, string?> nearest) =>
        DateTimeZoneProviders.Tzdb.Ids.Contains(text) ? null
        : TimeZoneGuess.OfOffset(text) is { Count: > 0 } cities
            ? new Problem(
                "does not say when its clocks change: write the zone of a city that has this time, such as "
                + $"{string.Join(", ", cities)} ({List})")
            : new Problem(
                $"is no time zone: write that of the nearest large city which has one, such as Europe/Berlin ({List})",
                TimeZoneGuess.Of(text, nearest));
}
