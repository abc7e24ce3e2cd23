using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsAlerts.Archive;
using NewsAlerts.Delivery;
using NewsAlerts.Polling;
using NewsAlerts.Polling.Shards;
using NewsAlerts.Storage;

namespace NewsAlerts.Steps;

/// <summary>Sends and reads the messages between the steps.</summary>
internal sealed class StepMessages(IMessageQueue queue)
{
    /// <summary>Asks for a poll.</summary>
    public Task SendAsync(PollShard message, CancellationToken cancellationToken) =>
        SendAsync(message, TimeSpan.Zero, cancellationToken);

    /// <summary>Asks for a poll after a delay.</summary>
    public Task SendAsync(PollShard message, TimeSpan delay, CancellationToken cancellationToken) =>
        queue.SendAsync(Queues.Polls, Write(message with { Trace = Tracing.Current }, PipelineJson.Default.PollShard), delay, cancellationToken);

    /// <summary>Asks for a match.</summary>
    public Task SendAsync(MatchBatch message, CancellationToken cancellationToken) =>
        queue.SendAsync(Queues.NewItems, Write(message with { Trace = Tracing.Current }, PipelineJson.Default.MatchBatch), TimeSpan.Zero, cancellationToken);

    /// <summary>Wakes a destination after a delay.</summary>
    public Task SendAsync(WakeDestination message, TimeSpan delay, CancellationToken cancellationToken) =>
        queue.SendAsync(Queues.Alerts, Write(message with { Trace = Tracing.Current }), delay, cancellationToken);

    /// <summary>A wake message as it is sent.</summary>
    public static byte[] Write(WakeDestination message) => Write(message, PipelineJson.Default.WakeDestination);

    /// <summary>Reads a request for a poll.</summary>
    /// <exception cref="UnreadableMessageException">It is something else.</exception>
    public static PollShard ReadPollShard(ReadOnlyMemory<byte> body) => Read(body, PipelineJson.Default.PollShard);

    /// <summary>Reads a request for a match.</summary>
    /// <exception cref="UnreadableMessageException">It is something else.</exception>
    public static MatchBatch ReadMatchBatch(ReadOnlyMemory<byte> body) => Read(body, PipelineJson.Default.MatchBatch);

    /// <summary>Reads a wake message.</summary>
    /// <exception cref="UnreadableMessageException">It is something else.</exception>
    public static WakeDestination ReadWakeDestination(ReadOnlyMemory<byte> body)
    {
        var message = Read(body, PipelineJson.Default.WakeDestination);
        return message.Alerts.All(alert => alert.Index >= 0 && ItemArchive.IsName(alert.Batch ?? message.Batch))
            ? message
            : throw new UnreadableMessageException("the message cannot be read: its alerts point to no item of the archive");
    }

    private static byte[] Write<T>(T message, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(message, type);

    private static T Read<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, type)
                ?? throw new UnreadableMessageException("the message cannot be read: it is null");
        }
        catch (JsonException e)
        {
            throw new UnreadableMessageException($"the message cannot be read: {e.Message}", e);
        }
    }
}
