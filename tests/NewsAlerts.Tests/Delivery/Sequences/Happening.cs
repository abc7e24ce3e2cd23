namespace NewsAlerts.Tests.Delivery.Sequences;

/// <summary>Something that happens to a destination, or around it.</summary>
internal enum Happening
{
    /// <summary>Alerts are found for it: so many.</summary>
    Found,

    /// <summary>A worker takes every message that is visible.</summary>
    Work,

    /// <summary>Another worker does.</summary>
    OtherWorks,

    /// <summary>The timer wakes what is due.</summary>
    Tick,

    /// <summary>Time passes: so many minutes.</summary>
    Later,

    /// <summary>The process ends before its next write but so many.</summary>
    CrashSoon,

    /// <summary>A worker takes a message, and is never heard of again: it comes back when its hold runs out.</summary>
    Stuck,

    /// <summary>The receiver fails from now on.</summary>
    Down,

    /// <summary>The receiver works again.</summary>
    Up,

    /// <summary>The clock is a month ahead for a moment, while a worker is at work.</summary>
    WrongClock,
}
