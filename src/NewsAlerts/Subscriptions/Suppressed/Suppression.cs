namespace NewsAlerts.Subscriptions.Suppressed;

/// <summary>An address whose reader wants no more emails of destinations that the operator has entered.</summary>
/// <param name="Address">The email address.</param>
/// <param name="Destinations">What its reader has unsubscribed, oldest first.</param>
internal sealed record Suppression(string Address, IReadOnlyList<SuppressedDestination> Destinations)
{
    /// <summary>With one destination more; the same where it is there already.</summary>
    public Suppression With(SuppressedDestination destination) => Destinations.Any(entry => entry.Name == destination.Name)
        ? this
        : this with { Destinations = [.. Destinations, destination] };

    /// <summary>With one destination less.</summary>
    public Suppression Without(string destination) =>
        this with { Destinations = [.. Destinations.Where(entry => entry.Name != destination)] };
}
