using NewsAlerts.Storage;

namespace NewsAlerts.Monitoring;

/// <summary>How a queue is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Counts">Its messages.</param>
/// <param name="Poison">The messages that were given up.</param>
internal sealed record QueueStatus(string Name, QueueCounts Counts, IReadOnlyList<PoisonMessage> Poison);
