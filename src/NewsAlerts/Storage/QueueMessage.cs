namespace NewsAlerts.Storage;

/// <summary>A message as received.</summary>
/// <param name="Queue">The queue that it is in.</param>
/// <param name="Id">Stays the same however often it is received.</param>
/// <param name="Body">What was sent.</param>
/// <param name="Tries">How often work on it has been begun, this time included.</param>
/// <param name="Receipt">Proves the hold; changes with each receive and extension.</param>
public sealed record QueueMessage(string Queue, string Id, ReadOnlyMemory<byte> Body, int Tries, string Receipt);
