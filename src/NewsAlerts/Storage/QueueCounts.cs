namespace NewsAlerts.Storage;

/// <summary>
/// How many messages a queue has. A Storage queue tells neither who holds a message nor until when it is hidden: there,
/// <paramref name="Held"/> is what this process holds, and what others hold is counted as <paramref name="Delayed"/>.
/// </summary>
/// <param name="Visible">Ready to be received.</param>
/// <param name="Held">Received, and being worked on.</param>
/// <param name="Delayed">Due later.</param>
public sealed record QueueCounts(int Visible, int Held, int Delayed);
