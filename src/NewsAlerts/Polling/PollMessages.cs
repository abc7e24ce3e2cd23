using NewsAlerts.Polling.Shards;
using NewsAlerts.Steps;
using NewsAlerts.Storage;

namespace NewsAlerts.Polling;

/// <summary>The messages that ask for a poll, and those by which a poll hands on what it found.</summary>
internal static class PollMessages
{
    /// <summary>Asks for a poll.</summary>
    public static Task SendAsync(this StepMessages messages, PollShard message, CancellationToken cancellationToken) =>
        messages.SendAsync(message, TimeSpan.Zero, cancellationToken);

    /// <summary>Asks for a poll after a delay.</summary>
    public static Task SendAsync(this StepMessages messages, PollShard message, TimeSpan delay, CancellationToken cancellationToken) =>
        messages.SendAsync(
            Queues.Polls, message with { Trace = Tracing.Current }, PollMessagesJson.Default.PollShard, delay, cancellationToken);

    /// <summary>Asks for a match.</summary>
    public static Task SendAsync(this StepMessages messages, MatchBatch message, CancellationToken cancellationToken) =>
        messages.SendAsync(
            Queues.NewItems, message with { Trace = Tracing.Current }, PollMessagesJson.Default.MatchBatch, TimeSpan.Zero, cancellationToken);

    /// <summary>Reads a request for a poll.</summary>
    /// <exception cref="UnreadableMessageException">It is something else.</exception>
    public static PollShard ReadPollShard(ReadOnlyMemory<byte> body) => StepMessages.Read(body, PollMessagesJson.Default.PollShard);

    /// <summary>Reads a request for a match.</summary>
    /// <exception cref="UnreadableMessageException">It is something else.</exception>
    public static MatchBatch ReadMatchBatch(ReadOnlyMemory<byte> body) => StepMessages.Read(body, PollMessagesJson.Default.MatchBatch);
}
