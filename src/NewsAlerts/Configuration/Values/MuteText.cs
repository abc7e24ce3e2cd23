using System.Globalization;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Yaml.Values;
using NodaTime;

namespace NewsAlerts.Configuration.Values;

/// <summary>Until when a rule is muted, as alerts.yaml writes it: <c>2026-12-01</c> or <c>2026-12-01 08:00</c>.</summary>
internal static class MuteText
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm"];

    /// <summary>The moment, by the clock of a time zone; null where the text is none.</summary>
    public static DateTimeOffset? Parse(string text, string timeZone) => Read(text) is { } local
        ? ZonedDay.First(LocalDate.FromDateTime(local), TimeOnly.FromDateTime(local), ZonedDay.Zone(timeZone))
        : null;

    /// <summary>Why the text is no such time; null where it is one.</summary>
    public static Problem? Check(string text) => Read(text) is not null
        ? null
        : new Problem("is not a day: write 2026-12-01 or 2026-12-01 08:00", Meant(text));

    private static DateTime? Read(string text) =>
        DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? local : null;

    private static string? Meant(string text) =>
        DateTime.TryParseExact(
            text, ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "d.M.yyyy", "yyyy-M-dTH:mm", "yyyy-M-d H:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss"],
            CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var local)
            ? local.ToString(local.TimeOfDay == TimeSpan.Zero ? Forms[0] : Forms[1], CultureInfo.InvariantCulture)
            : null;
}
