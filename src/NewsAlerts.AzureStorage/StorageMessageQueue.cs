using System.Collections.Concurrent;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using NewsAlerts.Storage;
using QueueMessage = NewsAlerts.Storage.QueueMessage;

namespace NewsAlerts.AzureStorage;

/// <summary>Queues of a storage account; each is made at its first message.</summary>
/// <param name="service">The account's queues; messages must not be encoded by the client.</param>
/// <param name="prefix">What the queues' names begin with in the account.</param>
/// <param name="time">Tells whether what this process holds is still held.</param>
internal sealed class StorageMessageQueue(QueueServiceClient service, string prefix, TimeProvider time) : IMessageQueue
{
    // The service's limit for one call, to receive or to peek.
    private const int MaxMessages = 32;

    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    private static readonly StorageCall Call = new("Queue");

    private static readonly string NoQueue = QueueErrorCode.QueueNotFound.ToString();
    private static readonly string NoMessage = QueueErrorCode.MessageNotFound.ToString();
    private static readonly string OtherReceipt = QueueErrorCode.PopReceiptMismatch.ToString();

    private static readonly string[] HoldWasLost = [NoQueue, NoMessage, OtherReceipt];

    private readonly ConcurrentDictionary<string, QueueHolds> _holds = new();

    public async Task SendAsync(string queue, ReadOnlyMemory<byte> body, TimeSpan delay, CancellationToken cancellationToken)
    {
        IMessageQueue.CheckMessage(body, delay);
        var client = ClientOf(queue);
        var text = new QueueText(body).ToString();
        while ((await Call.TryAsync(
            () => client.SendMessageAsync(text, WholeSeconds(delay), Forever, cancellationToken), [NoQueue])).Error is not null)
        {
            await Call.TryAsync(() => client.CreateIfNotExistsAsync(cancellationToken: cancellationToken), []);
        }
    }

    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(
        string queue, int count, TimeSpan hold, CancellationToken cancellationToken)
    {
        var holds = HoldsOf(queue);
        await holds.Gate.WaitAsync(cancellationToken);
        try
        {
            var answer = await Call.TryAsync(
                () => ClientOf(queue).ReceiveMessagesAsync(Math.Min(count, MaxMessages), WholeSeconds(hold), cancellationToken), [NoQueue]);
            var received = answer.Value?.Value ?? [];
            foreach (var message in received)
            {
                holds.Add(message.MessageId, hold);
            }

            return [.. received.Select(message => Read(queue, message))];
        }
        finally
        {
            holds.Gate.Release();
        }
    }

    /// <summary>
    /// Holds a received message for another while. Where a repeated request finds another receipt, the one without an answer may
    /// have changed it: nobody knows the new one, so that the hold is lost to us, and the message comes back when it runs out.
    /// </summary>
    public async Task<QueueMessage?> ExtendAsync(QueueMessage message, TimeSpan hold, CancellationToken cancellationToken)
    {
        var receipt = MessageReceipt.Parse(message.Receipt);
        if ((await UpdateAsync(message, receipt, text: null, hold, cancellationToken)).Value?.Value is not { } updated)
        {
            HoldsOf(message.Queue).Remove(message.Id);
            return null;
        }

        HoldsOf(message.Queue).Add(message.Id, hold);
        return message with { Receipt = (receipt with { PopReceipt = updated.PopReceipt }).ToString() };
    }

    public async Task<bool> ReleaseAsync(
        QueueMessage message, TimeSpan delay, bool countsAsTry, CancellationToken cancellationToken)
    {
        var receipt = MessageReceipt.Parse(message.Receipt);
        var text = countsAsTry ? new QueueText(message.Body, receipt.Failures + 1).ToString() : null;
        var answer = await UpdateAsync(message, receipt, text, delay, cancellationToken);
        HoldsOf(message.Queue).Remove(message.Id);

        // The request that got no answer has changed the receipt, and given the message back.
        return answer.Value is not null || (answer.IsRepeated && answer.Error is not null && answer.Error != NoQueue);
    }

    public async Task<bool> DeleteAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        var receipt = MessageReceipt.Parse(message.Receipt);
        var answer = await Call.TryAsync(
            () => ClientOf(message.Queue).DeleteMessageAsync(message.Id, receipt.PopReceipt, cancellationToken), HoldWasLost);
        HoldsOf(message.Queue).Remove(message.Id);

        // A repeated request that finds no message comes after the one that has deleted it.
        return answer.Value is not null || (answer.IsRepeated && answer.Error == NoMessage);
    }

    /// <summary>
    /// Counts the messages of a queue, as far as the service tells. It gives the approximate number of all, and shows up
    /// to 32 visible ones; what this process holds is known. The rest is hidden: delayed, or held by other processes. If
    /// there are 32 visible ones, there are more, and the rest is taken to be visible too.
    /// </summary>
    public async Task<QueueCounts> CountAsync(string queue, CancellationToken cancellationToken)
    {
        var holds = HoldsOf(queue);
        await holds.Gate.WaitAsync(cancellationToken);
        try
        {
            var client = ClientOf(queue);
            var properties = (await Call.TryAsync(() => client.GetPropertiesAsync(cancellationToken), [NoQueue])).Value?.Value;
            var peeked = (await Call.TryAsync(() => client.PeekMessagesAsync(MaxMessages, cancellationToken), [NoQueue])).Value?.Value;
            var (visible, held) = (peeked?.Length ?? 0, holds.Count);
            var rest = Math.Max(0, (properties?.ApproximateMessagesCount ?? 0) - visible - held);
            return visible == MaxMessages ? new QueueCounts(visible + rest, held, 0) : new QueueCounts(visible, held, rest);
        }
        finally
        {
            holds.Gate.Release();
        }
    }

    // The service counts receives. Those that ended in no failure were interruptions.
    private static QueueMessage Read(string queue, Azure.Storage.Queues.Models.QueueMessage message)
    {
        var text = QueueText.Parse(message.MessageText);
        var interruptions = (int)message.DequeueCount - 1 - text.Failures;
        return new QueueMessage(
            queue,
            message.MessageId,
            text.Body,
            QueueMessage.TriesAfter(text.Failures, interruptions),
            new MessageReceipt(text.Failures, message.PopReceipt).ToString());
    }

    /// <summary>Hides a message for a while; its text stays as it is where there is no new one.</summary>
    private Task<StorageAnswer<Azure.Response<UpdateReceipt>>> UpdateAsync(
        QueueMessage message, MessageReceipt receipt, string? text, TimeSpan hidden, CancellationToken cancellationToken) =>
        Call.TryAsync(
            () => ClientOf(message.Queue).UpdateMessageAsync(
                message.Id, receipt.PopReceipt, text, WholeSeconds(hidden), cancellationToken),
            HoldWasLost);

    private QueueClient ClientOf(string queue) => service.GetQueueClient(prefix + queue);

    private QueueHolds HoldsOf(string queue) => _holds.GetOrAdd(queue, _ => new QueueHolds(time));

    // The client cuts fractions off, which would make a message visible too soon.
    private static TimeSpan WholeSeconds(TimeSpan time) => TimeSpan.FromSeconds(Math.Ceiling(time.TotalSeconds));
}
