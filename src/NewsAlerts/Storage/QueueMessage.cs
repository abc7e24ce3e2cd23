namespace NewsAlerts.Storage;

/// <summary>A message as received.</summary>
/// <param name="Queue">The queue that it is in.</param>
/// <param name="Id">Stays the same however often it is received.</param>
/// <param name="Body">What was sent.</param>
/// <param name="Tries">How often work on it has been begun, this time included; see <see cref="TriesAfter"/>.</param>
/// <param name="Receipt">Proves the hold; changes with each receive and extension.</param>
public sealed record QueueMessage(string Queue, string Id, ReadOnlyMemory<byte> Body, int Tries, string Receipt)
{
    private const int InterruptionsATry = 25;

    /// <summary>
    /// The number of the next try. An interruption is nobody's failure and costs no try; but a message that ends the
    /// process each time must not do so for ever.
    /// </summary>
    /// <param name="failures">How often work on it failed.</param>
    /// <param name="interruptions">How often a hold was given back or ran out without a result.</param>
    public static int TriesAfter(int failures, int interruptions) => 1 + failures + (interruptions / InterruptionsATry);
}
