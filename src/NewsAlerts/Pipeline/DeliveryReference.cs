namespace NewsAlerts.Pipeline;

/// <summary>A delivery in the ledger.</summary>
/// <param name="Id">The delivery's id.</param>
/// <param name="Planned">When it was decided, UTC.</param>
internal sealed record DeliveryReference(string Id, DateTimeOffset Planned);
