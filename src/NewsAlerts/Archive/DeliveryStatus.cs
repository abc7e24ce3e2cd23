namespace NewsAlerts.Archive;

/// <summary>Where a delivery stands.</summary>
public enum DeliveryStatus
{
    /// <summary>It failed so far and is tried again.</summary>
    Retrying,

    /// <summary>The receiver has it.</summary>
    Delivered,

    /// <summary>It was given up and stored as poison, from where it can be replayed.</summary>
    Poisoned,

    /// <summary>It is not sent, since its reader wants nothing (any more), or takes nothing; it can be replayed.</summary>
    Suppressed,
}
