using System.Globalization;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Configuration.Values;

/// <summary>Quiet hours as alerts.yaml writes them: <c>22:00-07:00</c>.</summary>
internal static class QuietText
{
    /// <summary>The hours; null where the text is none.</summary>
    public static QuietHours? Parse(string text) =>
        text.Split('-') is [var from, var to] && ClockText.Parse(from) is { } begin && ClockText.Parse(to) is { } end && begin != end
            ? new QuietHours(begin, end)
            : null;

    /// <summary>Why the text says no quiet hours; null where it does.</summary>
    public static Problem? Check(string text) => Parse(text) is not null
        ? null
        : text.Split('-', '–') is [var from, var to] && ClockText.Meant(from.Trim()) is { } begin && ClockText.Meant(to.Trim()) is { } end
            ? begin == end
                ? new Problem("begins and ends at the same time, and nothing would ever be sent")
                : new Problem("is not two times of day: write 22:00-07:00", $"{begin}-{end}")
            : new Problem("is not two times of day: write 22:00-07:00");
}
