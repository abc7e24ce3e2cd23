namespace NewsAlerts.Storage;

/// <summary>A document as read.</summary>
/// <param name="Content">Its whole content.</param>
/// <param name="ETag">Names this version of it; no other version ever has the same.</param>
public sealed record Document(ReadOnlyMemory<byte> Content, string ETag)
{
    /// <summary>Why it is not what was written, as a sentence for a person: its content is then what is there instead; null where it is.</summary>
    public string? Damage { get; init; }
}
