namespace NewsAlerts.Benchmarks.Delivering;

/// <summary>How a receiver answers.</summary>
internal enum Behaviour
{
    /// <summary>A webhook that accepts at once.</summary>
    Well,

    /// <summary>It accepts after 3 s.</summary>
    Slow,

    /// <summary>It answers 500 three times, and accepts then.</summary>
    Recovering,

    /// <summary>It cuts the connection three times, and accepts then.</summary>
    Cutting,

    /// <summary>It accepts a message a second, and answers 429 with <c>Retry-After: 1</c> to more.</summary>
    RateLimiting,

    /// <summary>It answers 500 to everything.</summary>
    Failing,

    /// <summary>Nobody listens at its address.</summary>
    Absent,

    /// <summary>It answers 410.</summary>
    Gone,

    /// <summary>It answers 422.</summary>
    Refusing,

    /// <summary>A mailbox that accepts at once.</summary>
    MailWell,

    /// <summary>A mailbox that answers 451 to the first attempt, and accepts the next.</summary>
    MailGreylisting,

    /// <summary>A mailbox that answers 452 to everything.</summary>
    MailFull,

    /// <summary>A mailbox that does not exist: 550 with the status 5.1.1 (RFC 3463).</summary>
    MailUnknown,

    /// <summary>A mailbox that takes nothing from us: 550 with 5.7.1.</summary>
    MailRefusing,
}
