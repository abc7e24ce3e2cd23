using NewsAlerts.AzureStorage;
using NewsAlerts.Storage;
using QueueMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace NewsAlerts.Functions;

/// <summary>
/// Lets a step work on a message of its queue. The host hands each text over as it lies there (messageEncoding: none), and it
/// is decoded here: a host that decodes moves what is no base64 to the poison queue, and cannot read it there either.
/// </summary>
internal sealed class QueueWork(PoisonMessages poison)
{
    private const string GivenUp = "it failed at every try; the log of that time says why";

    /// <summary>
    /// Works on a message. One that nobody can read is kept at once, with its reason: more tries would not change it. Any
    /// other failure is thrown, so that the host tries again.
    /// </summary>
    /// <param name="queue">The queue's name.</param>
    /// <param name="message">The message.</param>
    /// <param name="work">What is done with its body.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task RunAsync(
        string queue, QueueMessage message, Func<ReadOnlyMemory<byte>, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(BodyOf(message));
        }
        catch (UnreadableMessageException e)
        {
            await poison.KeepAsync(queue, message.MessageId, BodyOf(message), e.Message, cancellationToken);
        }
    }

    /// <summary>Keeps a message that the host has given up, before it expires in the host's own poison queue after a week.</summary>
    /// <param name="queue">The name of the queue that it was given up in.</param>
    /// <param name="message">The message, as it lies in the poison queue.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task KeepAsync(string queue, QueueMessage message, CancellationToken cancellationToken) =>
        poison.KeepAsync(queue, message.MessageId, BodyOf(message), GivenUp, cancellationToken);

    private static ReadOnlyMemory<byte> BodyOf(QueueMessage message) => QueueText.Parse(message.Body.ToString()).Body;
}
