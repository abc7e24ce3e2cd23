namespace NewsAlerts.Benchmarks.Delivering;

/// <summary>An alert that a receiver has accepted.</summary>
/// <param name="Destination">The destination's name.</param>
/// <param name="Item">The number of the item that it tells.</param>
/// <param name="At">When it came, by the monotonic clock.</param>
internal sealed record Arrival(string Destination, int Item, long At);
