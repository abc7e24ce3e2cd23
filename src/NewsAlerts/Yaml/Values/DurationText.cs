using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsAlerts.Yaml.Values;

/// <summary>Durations as alerts.yaml writes them: a whole number and <c>s</c>, <c>m</c>, <c>h</c> or <c>d</c>.</summary>
internal static partial class DurationText
{
    /// <summary>The duration; null where the text is none.</summary>
    public static TimeSpan? Parse(string text) =>
        text.Length is > 1 and <= 9
        && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Unit(text[^1]) * number
            : null;

    /// <summary>The shortest text of a duration of whole seconds.</summary>
    public static string Format(TimeSpan duration) => duration.Ticks switch
    {
        > 0 and var ticks when ticks % TimeSpan.TicksPerDay == 0 && ticks > TimeSpan.TicksPerDay => $"{ticks / TimeSpan.TicksPerDay}d",
        > 0 and var ticks when ticks % TimeSpan.TicksPerHour == 0 => $"{ticks / TimeSpan.TicksPerHour}h",
        > 0 and var ticks when ticks % TimeSpan.TicksPerMinute == 0 => $"{ticks / TimeSpan.TicksPerMinute}m",
        var ticks => $"{ticks / TimeSpan.TicksPerSecond}s",
    };

    /// <summary>Why the text is no duration within the bounds; null where it is one.</summary>
    public static Problem? Check(string text, TimeSpan least, TimeSpan most) => Parse(text) switch
    {
        null => new Problem("is not a duration: write 90s, 5m, 2h or 1d", Meant(text)),
        { } duration when duration < least => new Problem($"is too short: at least {Format(least)}", Format(least)),
        { } duration when duration > most => new Problem($"is too long: at most {Format(most)}", Format(most)),
        _ => null,
    };

    private static string? Meant(string text)
    {
        if (Loose().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var number = double.Parse(match.Groups[1].Value.Replace(',', '.'), CultureInfo.InvariantCulture);
        var unit = match.Groups[2].Value is [var first, ..] ? char.ToLowerInvariant(first) : number < 60 ? 'm' : 's';
        return Unit(unit) is { } length && Math.Round(length.TotalSeconds * number) is >= 1 and var seconds
            ? Format(TimeSpan.FromSeconds(seconds))
            : null;
    }

    private static TimeSpan? Unit(char unit) => unit switch
    {
        's' => TimeSpan.FromSeconds(1),
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        'd' => TimeSpan.FromDays(1),
        _ => null,
    };

    [GeneratedRegex(@"^\s*([0-9]{1,6}(?:[.,][0-9]{1,3})?)\s*(|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)\.?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Loose();
}
