using NewsAlerts.Delivery.State;

namespace NewsAlerts.Channels.Timing;

/// <summary>What keeps something from being sent.</summary>
public enum SendWait
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>More alerts may come that go with it.</summary>
    Group,

    /// <summary>The next digest is not due.</summary>
    Digest,

    /// <summary>The hour has had its most messages.</summary>
    HourlyMost,

    /// <summary>It is quiet.</summary>
    QuietHours,

    /// <summary>It failed, and its next try is later.</summary>
    Retry,

    /// <summary>The receiver asked for a pause.</summary>
    Pause,

    /// <summary>The destination fails, and one delivery is tried now and then.</summary>
    Circuit,

    /// <summary>The destination has just been sent something.</summary>
    Pace,
}
