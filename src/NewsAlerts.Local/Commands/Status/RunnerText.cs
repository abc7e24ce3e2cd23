using System.Globalization;
using NewsAlerts.Messages;
using NewsAlerts.Steps;
using NewsAlerts.Storage;

namespace NewsAlerts.Local.Commands.Status;

/// <summary>Says whether a runner is at work, since when, or when the last one ended.</summary>
internal static class RunnerText
{
    /// <summary>The beginning of the sentence, by which one knows the answer, and the rest of it.</summary>
    /// <param name="state">What the last runner noted; null where none ever did.</param>
    /// <param name="isRunning">Whether one is at work; null where only its notes can say so.</param>
    /// <param name="now">The time, UTC.</param>
    public static (bool IsAtWork, string Answer, string More) Of(RunnerState? state, bool? isRunning, DateTimeOffset now)
    {
        var seen = state is null ? null : (DateTimeOffset?)state.Seen.NotLaterThan(now, TimeSpan.Zero);
        var isAtWork = isRunning ?? (state is { Ended: null } && now - seen < RunnerLog.TooLong);
        return (isAtWork, isAtWork ? "A runner is at work" : "No runner is at work", state switch
        {
            null when isAtWork => "and has only just begun.",
            null => "None ever was here: 'alerts run' starts one.",
            { Ended: not null } when isAtWork => "and has only just begun.",
            _ when isAtWork && now - seen >= RunnerLog.TooLong =>
                $"since {At(state.Since, now)}, but has asked for no poll since {At(state.Seen, now)}: its log says why.",
            _ when isAtWork => $"since {At(state.Since, now)}.",
            { Ended: { } ended } => $"The last one ended {At(ended, now)}: nothing is polled or sent until 'alerts run' starts one.",
            _ => $"The last one was seen {At(state.Seen, now)}, and did not say that it ended: 'alerts run' starts one.",
        });
    }

    // Both, since one is read at a glance, and the other one is found in a log.
    private static string At(DateTimeOffset time, DateTimeOffset now)
    {
        var local = time.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return $"{local} ({Age.Of(time.NotLaterThan(now, TimeSpan.Zero), now)})";
    }
}
