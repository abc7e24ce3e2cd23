namespace NewsAlerts.Storage;

/// <summary>What must hold for a write to happen (RFC 9110 §13.1: If-Match and If-None-Match).</summary>
public readonly record struct WriteCondition
{
    private WriteCondition(string? eTag, bool mustBeNew)
    {
        ETag = eTag;
        MustBeNew = mustBeNew;
    }

    /// <summary>The version that must still be there; null where any or none will do.</summary>
    public string? ETag { get; }

    /// <summary>Whether there must be no document of that name yet.</summary>
    public bool MustBeNew { get; }

    /// <summary>Nothing: the write replaces whatever is there.</summary>
    public static WriteCondition None => default;

    /// <summary>The document is still the version that was read; where that is null, there is none of that name yet.</summary>
    public static WriteCondition IfUnchanged(string? eTag) => new(eTag, eTag is null);
}
