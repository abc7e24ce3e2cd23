namespace NewsAlerts.Local.Demo.View;

/// <summary>A feed, as the view shows it.</summary>
internal sealed record FeedRow
{
    /// <summary>Its configured address.</summary>
    public required string Url { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its format and encoding.</summary>
    public required string Format { get; init; }

    /// <summary>When it was polled last, UTC; null means never.</summary>
    public DateTimeOffset? Polled { get; init; }

    /// <summary>How many items it has brought.</summary>
    public int Items { get; init; }

    /// <summary>Why the last poll failed; null where it did not.</summary>
    public string? Error { get; init; }
}
