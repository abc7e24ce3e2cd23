using System.Globalization;
using System.Text.RegularExpressions;
using NewsAlerts.Channels.Timing;

namespace NewsAlerts.Configuration.Values;

/// <summary>
/// When a destination is told, as alerts.yaml writes it: <c>immediate</c>, <c>hourly</c>, <c>daily 08:00</c> or <c>weekly mon
/// 08:00</c>.
/// </summary>
internal static partial class ScheduleText
{
    private const string Immediate = "immediate";
    private const string DefaultTime = "08:00";

    private static readonly string[] Words = [Immediate, "hourly", "daily", "weekly"];

    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>The schedule of a text that <see cref="Check"/> has nothing against; null for <c>immediate</c>.</summary>
    public static SendSchedule? Parse(string text) => text.Split(' ') switch
    {
        ["hourly"] => new SendSchedule(SendEvery.Hour),
        ["daily", var time] => new SendSchedule(SendEvery.Day, ClockText.Parse(time) ?? default),
        ["weekly", var day, var time] => new SendSchedule(SendEvery.Week, ClockText.Parse(time) ?? default, (DayOfWeek)Array.IndexOf(Days, day)),
        _ => null,
    };

    /// <summary>Why the text is no schedule; null where it is one.</summary>
    public static Problem? Check(string text) => text.Split(' ') switch
    {
        [Immediate] or ["hourly"] => null,
        ["daily", var time] when ClockText.Parse(time) is not null => null,
        ["weekly", var day, var time] when Days.Contains(day) && ClockText.Parse(time) is not null => null,
        _ => new Problem("is none of immediate, hourly, daily 08:00, weekly mon 08:00", Meant(text)),
    };

    private static string? Meant(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var every = words is [var first, ..] ? NearestWord.Of(first, Words) : null;
        var day = words.Skip(1).Select(word => Days.FirstOrDefault(day => word.StartsWith(day, StringComparison.Ordinal))).FirstOrDefault(day => day is not null);
        var time = Time().Match(text) is { Success: true } match ? ClockText.Meant(match.Value) : DefaultTime;
        return every switch
        {
            "daily" when time is not null => $"daily {time}",
            "weekly" when time is not null => $"weekly {day ?? "mon"} {time}",
            Immediate or "hourly" => every,
            _ => null,
        };
    }

    [GeneratedRegex("[0-9]{1,2}([:.][0-9]{2})?")]
    private static partial Regex Time();
}
