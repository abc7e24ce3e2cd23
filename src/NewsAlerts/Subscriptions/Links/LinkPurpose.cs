namespace NewsAlerts.Subscriptions.Links;

/// <summary>What a link is for: its token is good for nothing else. The numbers stand in links, for years.</summary>
internal enum LinkPurpose : byte
{
    /// <summary>Says that whoever reads the address wants what was asked for from it.</summary>
    Confirm = 1,

    /// <summary>Shows and changes the subscriptions of an address.</summary>
    Manage = 2,

    /// <summary>Ends what an email came from.</summary>
    Unsubscribe = 3,
}
