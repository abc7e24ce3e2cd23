using NewsAlerts.Messages;

namespace NewsAlerts.Local.Commands.Status;

/// <summary>Says when something is due: <c>now</c> where it was to be before, <c>in &lt; 1 min</c>, <c>in 3 min</c>.</summary>
internal static class Due
{
    public static string Of(DateTimeOffset time, DateTimeOffset now) =>
        time <= now ? "now"
        : time - now < TimeSpan.FromMinutes(1) ? "in < 1 min"
        : Age.Of(time, now);
}
