namespace NewsAlerts.Channels;

/// <summary>What became of an attempt to deliver.</summary>
public enum DeliveryOutcome
{
    /// <summary>The receiver has it.</summary>
    Delivered,

    /// <summary>It failed, and may succeed later.</summary>
    Failed,

    /// <summary>The receiver asks for a slower pace; it may succeed later.</summary>
    RateLimited,

    /// <summary>The receiver refuses this message for good.</summary>
    Refused,

    /// <summary>The destination is gone for good (410): nothing may be sent to it again.</summary>
    Gone,

    /// <summary>There is no such email address, says its mail server: nothing may be sent to it again.</summary>
    NoSuchAddress,

    /// <summary>The sender is at fault: a login, a certificate, a policy against us. It may succeed once that is mended.</summary>
    SenderAtFault,

    /// <summary>It was not tried, since its reader wants nothing (any more), or takes nothing.</summary>
    Suppressed,
}
