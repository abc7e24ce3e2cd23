using NewsAlerts.Channels.Timing;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Configuration.Values;

/// <summary>
/// When a destination is told, as alerts.yaml writes it: <c>immediate</c>, <c>hourly</c>, <c>daily 08:00</c> or <c>weekly mon
/// 08:00</c>.
/// </summary>
internal static class ScheduleText
{
    private const string Immediate = "immediate";
    private const string DefaultTime = "08:00";

    private static readonly string[] Words = [Immediate, "hourly", "daily", "weekly"];

    private static readonly string[] Between = ["at", "on", "um", "am", "à", "le", "el", "a", "las"];

    private const int ShortestDay = 2;

    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    // The same in the other languages that there are.
    private static readonly string[] OtherDays =
    [
        "sonntag sonntags dimanche domingo", "montag montags lundi lunes", "dienstag dienstags mardi martes",
        "mittwoch mittwochs mercredi miércoles miercoles",
        "donnerstag donnerstags jeudi jueves", "freitag freitags vendredi viernes", "samstag samstags sonnabend samedi sábado sabado",
    ];

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

    // What is said and not understood is not replaced by what nobody said.
    private static string? Meant(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var every = words is [var first, ..] ? NearestWord.Of(first, Words) : null;
        var rest = words.Skip(1).Where(word => !Between.Contains(word) && !Words.Contains(word)).ToList();
        var day = rest.Select(DayOf).FirstOrDefault(found => found is not null);
        var said = string.Join(' ', rest.SkipWhile(word => every == "weekly" && DayOf(word) is not null));
        var time = said.Length == 0 ? DefaultTime : ClockText.Meant(said);
        return every switch
        {
            "daily" when time is not null => $"daily {time}",
            "weekly" when time is not null => $"weekly {day ?? "mon"} {time}",
            Immediate or "hourly" => every,
            _ => null,
        };
    }

    private static string? DayOf(string word) => word.Length < ShortestDay
        ? null
        : Days.Zip(OtherDays)
            .Where(day => word.StartsWith(day.First, StringComparison.Ordinal)
                || day.Second.Split(' ').Any(other => other.StartsWith(word, StringComparison.Ordinal)))
            .Select(day => day.First)
            .FirstOrDefault();
}
