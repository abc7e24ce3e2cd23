using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NewsAlerts.Storage;

/// <summary>Sends and reads the messages between the steps, which are JSON; what each says is its receiver's matter.</summary>
internal sealed class StepMessages(IMessageQueue queue)
{
    /// <summary>Sends a message, to be received after a delay.</summary>
    public Task SendAsync<T>(string name, T message, JsonTypeInfo<T> type, TimeSpan delay, CancellationToken cancellationToken) =>
        queue.SendAsync(name, Write(message, type), delay, cancellationToken);

    /// <summary>A message as it is sent.</summary>
    public static byte[] Write<T>(T message, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(message, type);

    /// <summary>Reads a message.</summary>
    /// <exception cref="UnreadableMessageException">It is something else.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> type)
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
