namespace NewsAlerts.Rules.Explaining;

/// <summary>What a part of a query asks for.</summary>
public enum QueryFindingKind
{
    /// <summary>Something that is in a text or not.</summary>
    Term,

    /// <summary>Two sides, close together.</summary>
    Near,

    /// <summary>All of its parts.</summary>
    All,

    /// <summary>One of its parts.</summary>
    Any,

    /// <summary>That its only part is not there.</summary>
    Not,
}
