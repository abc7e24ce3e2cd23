namespace NewsAlerts.Channels;

/// <summary>
/// The names of the destinations of people who subscribe by themselves: <c>subscriber:id</c>, which is told notices, and
/// <c>subscriber:id:schedule</c> for each of their schedules, which is told alerts.
/// </summary>
internal static class SubscriberName
{
    private const char Separator = ':';

    /// <summary>The destination of a subscriber's notices; under its name is remembered what all of theirs were told.</summary>
    public static string Of(string id) => Destination.SubscriberPrefix + id;

    /// <summary>The destination of a subscriber's alerts by a schedule.</summary>
    public static string Of(string id, string schedule) => Of(id) + Separator + schedule;

    /// <summary>Whether a destination's name is one of these.</summary>
    public static bool IsOne(string name) => name.StartsWith(Destination.SubscriberPrefix, StringComparison.Ordinal);

    /// <summary>The parts of such a name; the schedule is null where notices are told.</summary>
    public static (string Id, string? Schedule) Parse(string name)
    {
        var rest = name[Destination.SubscriberPrefix.Length..];
        var end = rest.IndexOf(Separator, StringComparison.Ordinal);
        return end < 0 ? (rest, null) : (rest[..end], rest[(end + 1)..]);
    }

    /// <summary>Under which name is remembered what a destination was told: a subscriber is told a story once, whatever the schedule.</summary>
    public static string ReaderOf(string name) => IsOne(name) ? Of(Parse(name).Id) : name;
}
