using NewsAlerts.Archive;

namespace NewsAlerts.Local.Demo.View;

/// <summary>A destination, as the view shows it.</summary>
internal sealed record DestinationRow
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its channel.</summary>
    public required string Type { get; init; }

    /// <summary>How many alerts it was told.</summary>
    public int Alerts { get; init; }

    /// <summary>How many messages that took.</summary>
    public int Messages { get; init; }

    /// <summary>Its last delivery; null where there was none.</summary>
    public DeliveryRecord? Last { get; init; }
}
