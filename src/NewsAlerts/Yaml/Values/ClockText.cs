using System.Globalization;

namespace NewsAlerts.Yaml.Values;

/// <summary>Times of day as alerts.yaml writes them: <c>08:00</c>.</summary>
internal static class ClockText
{
    private static readonly string[] Loose =
    [
        "H:mm", "H.mm", "HH.mm", "%H", "HHmm", "H'h'", "H'h'mm", "H:mm:ss", "H' Uhr'",
        "h:mmtt", "h.mmtt", "htt", "h:mm tt", "h.mm tt", "h tt",
    ];

    /// <summary>The time; null where the text is none.</summary>
    public static TimeOnly? Parse(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>The time that was probably meant, as it is to be written; null where none was.</summary>
    public static string? Meant(string text) =>
        TimeOnly.TryParseExact(WithoutDots(text), Loose, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var time)
            ? time.ToString("HH:mm", CultureInfo.InvariantCulture)
            : Parse(text)?.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string WithoutDots(string text) =>
        text.Replace("a.m.", "am", StringComparison.OrdinalIgnoreCase).Replace("p.m.", "pm", StringComparison.OrdinalIgnoreCase);
}
