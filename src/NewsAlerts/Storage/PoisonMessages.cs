using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace NewsAlerts.Storage;

/// <summary>Messages that were given up, each with its reason: a document for each, so that none expires.</summary>
internal sealed partial class PoisonMessages(
    IDocumentStore documents, IMessageQueue queue, TimeProvider time, ILogger<PoisonMessages> logger)
{
    private const string Prefix = "poison/";
    private const string NoticeKey = "notice";

    private readonly JsonDocuments<PoisonMessage> _messages = new(documents, StorageJson.Default.PoisonMessage, Metadata);

    /// <summary>Keeps a message: each time under a name of its own, so that a replay removes what it has sent and nothing newer.</summary>
    /// <param name="queueName">The queue that it goes back to.</param>
    /// <param name="id">Its id there.</param>
    /// <param name="body">What was sent.</param>
    /// <param name="reason">Why it was given up, as a sentence for a person.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="notice">The type of the notice that it was to tell; null where it was another message.</param>
    public async Task KeepAsync(
        string queueName,
        string id,
        ReadOnlyMemory<byte> body,
        string reason,
        CancellationToken cancellationToken,
        string? notice = null)
    {
        var message = new PoisonMessage
        {
            Queue = queueName,
            Id = id,
            At = time.GetUtcNow(),
            Reason = reason,
            Body = body,
            Notice = notice,
        };
        await _messages.WriteAsync(NameOf(message), message, WriteCondition.None, cancellationToken);
        Log.Kept(logger, queueName, id, reason);
    }

    /// <summary>How many messages of a queue are kept.</summary>
    public async Task<int> CountAsync(string queueName, CancellationToken cancellationToken) =>
        await documents.ListAsync(PrefixOf(queueName), cancellationToken).CountAsync(cancellationToken);

    /// <summary>Lists what is kept for all queues, without opening it.</summary>
    public IAsyncEnumerable<ListedPoison> ListAsync(CancellationToken cancellationToken) =>
        documents.ListAsync(Prefix, cancellationToken).Select(info => new ListedPoison(
            info.Name[Prefix.Length..info.Name.IndexOf('/', Prefix.Length)],
            info.Name,
            DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(info.Name.AsSpan(info.Name.LastIndexOf('-') + 1), CultureInfo.InvariantCulture)),
            info.Metadata.GetValueOrDefault(NoticeKey)));

    /// <summary>Reads what was listed; null where somebody has seen to it meanwhile.</summary>
    public async Task<PoisonMessage?> ReadAsync(ListedPoison listed, CancellationToken cancellationToken) =>
        (await _messages.ReadAsync(listed.Name, cancellationToken)).Value;

    /// <summary>Lists the messages of a queue.</summary>
    public async IAsyncEnumerable<PoisonMessage> ListAsync(
        string queueName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var info in documents.ListAsync(PrefixOf(queueName), cancellationToken))
        {
            if (await _messages.ReadAsync(info.Name, cancellationToken) is ({ } message, _))
            {
                yield return message;
            }
        }
    }

    /// <summary>Sends the messages of a queue back to it. Returns how many.</summary>
    public async Task<int> ReplayAsync(string queueName, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var message in ListAsync(queueName, cancellationToken))
        {
            await queue.SendAsync(message.Queue, message.Body, TimeSpan.Zero, cancellationToken);
            await documents.DeleteAsync(NameOf(message), cancellationToken);
            count++;
        }

        return count;
    }

    /// <summary>Forgets a message: somebody has seen to it by another way.</summary>
    public async Task ForgetAsync(string queueName, string id, CancellationToken cancellationToken)
    {
        await foreach (var info in documents.ListAsync($"{PrefixOf(queueName)}{DocumentKey.Of(id)}-", cancellationToken))
        {
            await documents.DeleteAsync(info.Name, info.ETag, cancellationToken);
        }
    }

    private static string PrefixOf(string queueName) => $"{Prefix}{queueName}/";

    private static Dictionary<string, string> Metadata(PoisonMessage message) =>
        message.Notice is { } type ? new() { [NoticeKey] = type } : [];

    private static string NameOf(PoisonMessage message) => string.Create(
        CultureInfo.InvariantCulture,
        $"{PrefixOf(message.Queue)}{DocumentKey.Of(message.Id)}-{message.At.ToUnixTimeMilliseconds()}");

    private static partial class Log
    {
        // Alert rules of operators look for these words.
        [LoggerMessage(200, LogLevel.Error, "{Queue}: message {Id} is kept as poison: {Reason}")]
        public static partial void Kept(ILogger logger, string queue, string id, string reason);
    }
}
