namespace NewsAlerts.Delivery;

/// <summary>A delivery in the ledger.</summary>
/// <param name="Id">The delivery's id.</param>
/// <param name="Planned">When it was decided, UTC.</param>
/// <param name="Attempts">
/// How many attempts it had when somebody asked to send it once more, although it is delivered: after another one, the
/// wish is fulfilled. Null where only what was given up is meant.
/// </param>
internal sealed record DeliveryReference(string Id, DateTimeOffset Planned, int? Attempts = null);
