namespace NewsAlerts.Storage;

/// <summary>A document as listed.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="ETag">Names this version of it.</param>
/// <param name="Metadata">The values that were written with it.</param>
public sealed record DocumentInfo(string Name, string ETag, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>Why it is not what was written, as a sentence for a person; null where it is.</summary>
    public string? Damage { get; init; }
}
