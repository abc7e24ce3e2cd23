namespace NewsAlerts.Storage;

/// <summary>How many messages a queue has.</summary>
/// <param name="Visible">Ready to be received.</param>
/// <param name="Held">Received, and being worked on.</param>
/// <param name="Delayed">Due later.</param>
public sealed record QueueCounts(int Visible, int Held, int Delayed);
