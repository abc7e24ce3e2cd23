using System.Text;

namespace NewsAlerts.AzureStorage;

/// <summary>
/// A message as it lies in a queue: the body in base64, and behind it a space for each failure. .NET skips white space
/// in base64, and so does the Functions queue trigger, which reads the same queues: the count travels with the message
/// and is in nobody's way. The service's own count cannot serve: it also rises when a process is killed.
/// </summary>
/// <param name="Body">What was sent.</param>
/// <param name="Failures">How often work on it failed.</param>
internal sealed record QueueText(ReadOnlyMemory<byte> Body, int Failures = 0)
{
    private const int MaxLength = 64 * 1024;

    /// <summary>
    /// Reads a text. One that is not base64 was put into the queue by somebody else: it is its own body, for whoever
    /// works on it to refuse.
    /// </summary>
    public static QueueText Parse(string text)
    {
        var body = new byte[text.Length];
        return Convert.TryFromBase64String(text, body, out var length)
            ? new QueueText(body.AsMemory(0, length), text.Length - text.TrimEnd(' ').Length)
            : new QueueText(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>
    /// Writes it. A body of almost 48 KiB leaves no room for the count: such a message's failures pass for
    /// interruptions, and it has that many more tries.
    /// </summary>
    public override string ToString()
    {
        var text = Convert.ToBase64String(Body.Span);
        return text.PadRight(Math.Min(text.Length + Failures, MaxLength));
    }
}
