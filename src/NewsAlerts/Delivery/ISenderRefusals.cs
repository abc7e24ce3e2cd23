namespace NewsAlerts.Delivery;

/// <summary>Learns that a receiver refuses the sender, by whose fault no reader is to suffer.</summary>
internal interface ISenderRefusals
{
    /// <summary>Notes that a delivery has failed by the sender's fault.</summary>
    /// <param name="reason">Why, fit to be shown.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task NoteAsync(string reason, CancellationToken cancellationToken);
}
