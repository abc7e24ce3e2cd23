namespace NewsAlerts.Benchmarks.Delivering;

/// <summary>What became of an alert.</summary>
/// <param name="Destination">The destination's name.</param>
/// <param name="Item">The number of the item that it tells.</param>
/// <param name="Accepted">How often its receiver accepted it.</param>
/// <param name="GivenUp">Why it is in poison; null where it is not.</param>
/// <param name="Waiting">Why it waits, and about how long; null where it does not.</param>
internal sealed record Fate(string Destination, int Item, int Accepted, string? GivenUp, string? Waiting)
{
    /// <summary>In how many places it is: delivered, in poison, waiting. One is right.</summary>
    public int Places => Accepted + (GivenUp is null ? 0 : 1) + (Waiting is null ? 0 : 1);
}
