namespace NewsAlerts.Configuration;

/// <summary>What people may subscribe to by themselves.</summary>
public enum SubscribeTo
{
    /// <summary>Queries of their own, and the rules that are not hidden from them.</summary>
    Anything,

    /// <summary>The rules that are not hidden from them.</summary>
    Rules,

    /// <summary>Nothing.</summary>
    Nobody,
}
