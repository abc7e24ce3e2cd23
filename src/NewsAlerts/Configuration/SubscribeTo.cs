namespace NewsAlerts.Configuration;

/// <summary>What people may subscribe to by themselves.</summary>
public enum SubscribeTo
{
    /// <summary>Queries of their own, and the rules that say <c>subscribe: true</c>.</summary>
    Anything,

    /// <summary>The rules that say <c>subscribe: true</c>.</summary>
    Rules,

    /// <summary>Nothing.</summary>
    Nobody,
}
