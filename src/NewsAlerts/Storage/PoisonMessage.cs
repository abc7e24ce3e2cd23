namespace NewsAlerts.Storage;

/// <summary>A message that was given up, kept until it is replayed and worked on.</summary>
public sealed record PoisonMessage
{
    /// <summary>The queue that it goes back to.</summary>
    public required string Queue { get; init; }

    /// <summary>Its id there.</summary>
    public required string Id { get; init; }

    /// <summary>When it was given up first, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why it was given up last, as a sentence for a person.</summary>
    public required string Reason { get; init; }

    /// <summary>The type of the notice that it was to tell; null where it was another message.</summary>
    public string? Notice { get; init; }

    /// <summary>When it was sent back to work, UTC; null where it was not, or was given up again since.</summary>
    public DateTimeOffset? Replayed { get; init; }

    /// <summary>What was sent, byte for byte.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }
}
