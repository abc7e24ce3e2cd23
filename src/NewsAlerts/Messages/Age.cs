using static System.FormattableString;

namespace NewsAlerts.Messages;

/// <summary>
/// How long ago something was, as people say it, in English for the operator: for what is read at once, such as a
/// terminal. A message says the time, since an age freezes in it.
/// </summary>
internal static class Age
{
    /// <summary>
    /// <c>just now</c>, <c>3 min ago</c>, <c>2 h ago</c>, <c>5 days ago</c>; rounded down. Publishers' clocks are wrong at
    /// times: what is less than a minute ahead is now, what is further ahead is <c>in 2 h</c>.
    /// </summary>
    public static string Of(DateTimeOffset time, DateTimeOffset now)
    {
        var age = now - time;
        if (age.Duration() < TimeSpan.FromMinutes(1))
        {
            return "just now";
        }

        var span = SpanOf(age.Duration());
        return age > TimeSpan.Zero ? $"{span} ago" : $"in {span}";
    }

    /// <summary>So many minutes.</summary>
    public static string Minutes(int count) => Invariant($"{count} min");

    /// <summary>So many hours.</summary>
    public static string Hours(int count) => Invariant($"{count} h");

    /// <summary>So many days.</summary>
    public static string Days(int count) => count == 1 ? "1 day" : Invariant($"{count} days");

    private static string SpanOf(TimeSpan span) => span switch
    {
        { TotalHours: < 1 } => Minutes((int)span.TotalMinutes),
        { TotalDays: < 1 } => Hours((int)span.TotalHours),
        _ => Days((int)span.TotalDays),
    };
}
