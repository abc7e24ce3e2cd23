using System.Globalization;
using NewsAlerts.Storage;

namespace NewsAlerts.Local.Storage;

/// <summary>
/// What the name of a message's file says: <c>when-id-failures-interruptions-state</c>, such as
/// <c>08dd1a2b3c4d5e6f-7f3e…-0-0-free</c>. Names sort by the time at which the message is visible next.
/// </summary>
/// <param name="When">When it is visible next, UTC; for a held message, when the hold ends.</param>
/// <param name="Id">The message's id.</param>
/// <param name="Failures">How often work on it failed.</param>
/// <param name="Interruptions">How often a process ended while it worked on it.</param>
/// <param name="IsHeld">Whether somebody works on it.</param>
internal sealed record MessageFile(DateTimeOffset When, string Id, int Failures, int Interruptions, bool IsHeld)
{
    /// <summary>The file's name.</summary>
    public string Name => string.Create(
        CultureInfo.InvariantCulture,
        $"{When.UtcTicks:x16}-{Id}-{Failures}-{Interruptions}-{(IsHeld ? "held" : "free")}");

    /// <summary>
    /// Whether it is visible now: a clock that was wrong when it was sent, or when somebody last had it, hides it no longer.
    /// </summary>
    public bool IsVisible(DateTimeOffset now) =>
        When.NotLaterThan(now, IMessageQueue.MaxDelay) <= now || SentAt?.IsTooFar(now, TimeSpan.Zero) == true;

    // An id begins with the milliseconds since 1970 (RFC 9562 §5.7).
    private DateTimeOffset? SentAt =>
        Guid.TryParseExact(Id, "N", out var id) && id.Version == 7
            ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(Id.AsSpan(0, 12), NumberStyles.HexNumber, CultureInfo.InvariantCulture))
            : null;

    /// <summary>Reads a file's name; null where it is not that of a message.</summary>
    public static MessageFile? Parse(string name)
    {
        var parts = name.Split('-');
        return parts.Length == 5
            && long.TryParse(parts[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var ticks)
            && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && int.TryParse(parts[2], CultureInfo.InvariantCulture, out var failures)
            && int.TryParse(parts[3], CultureInfo.InvariantCulture, out var interruptions)
            && parts[4] is "held" or "free"
            ? new MessageFile(new DateTimeOffset(ticks, TimeSpan.Zero), parts[1], failures, interruptions, parts[4] == "held")
            : null;
    }
}
