using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsAlerts.Storage;

/// <summary>
/// What a message carries that was given up and is sent back to work: which kept message it is, so that whoever works on it can
/// say that it is done. It is a property of the message's JSON object; what is no such object carries none.
/// </summary>
internal static class ReplayMark
{
    private const string Name = "replayed";

    /// <summary>The message with its mark; as it is where it can carry none.</summary>
    public static ReadOnlyMemory<byte> Put(ReadOnlyMemory<byte> body, string mark)
    {
        if (Parse(body) is not { } message)
        {
            return body;
        }

        message[Name] = mark;
        var marked = Encoding.UTF8.GetBytes(message.ToJsonString());
        return marked.Length > IMessageQueue.MaxBodyBytes ? body : marked;
    }

    /// <summary>The mark of a message, and the message without it.</summary>
    public static (ReadOnlyMemory<byte> Body, string? Mark) Take(ReadOnlyMemory<byte> body)
    {
        if (Parse(body) is not { } message || message[Name] is not JsonValue value || !value.TryGetValue(out string? mark))
        {
            return (body, null);
        }

        message.Remove(Name);
        return (Encoding.UTF8.GetBytes(message.ToJsonString()), mark);
    }

    private static JsonObject? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            // To count the properties is to see that none is there twice.
            return JsonNode.Parse(body.Span) is JsonObject { Count: >= 0 } message ? message : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
