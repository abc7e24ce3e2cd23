using NewsAlerts.Archive;
using NewsAlerts.Steps;
using NewsAlerts.Storage;

namespace NewsAlerts.Delivery;

/// <summary>The messages that wake a destination.</summary>
internal static class DeliveryMessages
{
    /// <summary>Wakes a destination after a delay.</summary>
    public static Task SendAsync(this StepMessages messages, WakeDestination message, TimeSpan delay, CancellationToken cancellationToken) =>
        messages.SendAsync(
            Queues.Alerts, message with { Trace = Tracing.Current }, DeliveryMessagesJson.Default.WakeDestination, delay, cancellationToken);

    /// <summary>A message as it is sent.</summary>
    public static byte[] Write(WakeDestination message) => StepMessages.Write(message, DeliveryMessagesJson.Default.WakeDestination);

    /// <summary>Reads a message.</summary>
    /// <exception cref="UnreadableMessageException">It is something else.</exception>
    public static WakeDestination Read(ReadOnlyMemory<byte> body)
    {
        var message = StepMessages.Read(body, DeliveryMessagesJson.Default.WakeDestination);
        return message.Alerts.All(alert => alert.Index >= 0 && ItemArchive.IsName(alert.Batch ?? message.Batch))
            ? message
            : throw new UnreadableMessageException("the message cannot be read: its alerts point to no item of the archive");
    }
}
