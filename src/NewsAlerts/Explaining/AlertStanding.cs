namespace NewsAlerts.Explaining;

/// <summary>Where an alert stands.</summary>
internal enum AlertStanding
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>The item was to alert nobody.</summary>
    Quiet,

    /// <summary>The rules that matched were muted.</summary>
    Muted,

    /// <summary>It waits to be sent for the first time.</summary>
    Pending,

    /// <summary>It waits for its next try.</summary>
    Retrying,

    /// <summary>It was delivered.</summary>
    Delivered,

    /// <summary>It was given up, and can be replayed.</summary>
    Poisoned,

    /// <summary>It is not sent, since its reader wants nothing more, or takes nothing.</summary>
    Suppressed,

    /// <summary>It was told, or given up, and the record of that is no more.</summary>
    Told,
}
