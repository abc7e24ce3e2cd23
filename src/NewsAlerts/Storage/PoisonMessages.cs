using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using NewsAlerts.Feeds;

namespace NewsAlerts.Storage;

/// <summary>
/// Messages that were given up, each with its reason: a document for each, so that none expires. One that is sent back to work
/// keeps its document until the work is done: given up again, it is the same one as before.
/// </summary>
internal sealed partial class PoisonMessages(
    IDocumentStore documents, IMessageQueue queue, TimeProvider time, ILogger<PoisonMessages> logger)
{
    private const string Prefix = "poison/";
    private const string NoticeKey = "notice";
    private const string ReplayedKey = "replayed";
    private const string BodyKey = "body";

    // What was sent back to work, and was neither done nor given up again by then, is lost, or waits behind much else.
    private static readonly TimeSpan TimeToWork = TimeSpan.FromHours(1);

    private readonly JsonDocuments<PoisonMessage> _messages = new(documents, StorageJson.Default.PoisonMessage, Metadata);

    /// <summary>Keeps a message: under a name of its own, unless it is one that was sent back to work.</summary>
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
        var (bare, mark) = ReplayMark.Take(body);
        reason = FeedLimits.Cut(reason, FeedLimits.Reason);
        if (!await KeepAgainAsync(queueName, bare, mark, reason, cancellationToken))
        {
            var message = new PoisonMessage
            {
                Queue = queueName,
                Id = id,
                At = time.GetUtcNow(),
                Reason = reason,
                Body = bare,
                Notice = notice,
            };
            await _messages.WriteAsync(NameOf(message), message, WriteCondition.None, cancellationToken);
        }

        Log.Kept(logger, queueName, id, reason);
    }

    /// <summary>How many messages of a queue are kept, those at work left out.</summary>
    public async Task<int> CountAsync(string queueName, CancellationToken cancellationToken) =>
        await documents.ListAsync(PrefixOf(queueName), cancellationToken).CountAsync(info => !IsAtWork(info), cancellationToken);

    /// <summary>Lists what is kept for all queues, without opening it; what was sent back to work, too, until it is done.</summary>
    public IAsyncEnumerable<ListedPoison> ListAsync(CancellationToken cancellationToken) =>
        documents.ListAsync(Prefix, cancellationToken).Select(info => new ListedPoison(
            info.Name[Prefix.Length..info.Name.IndexOf('/', Prefix.Length)],
            info.Name,
            DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(info.Name.AsSpan(info.Name.LastIndexOf('-') + 1), CultureInfo.InvariantCulture)),
            info.Metadata.GetValueOrDefault(NoticeKey)));

    /// <summary>Reads what was listed; null where somebody has seen to it meanwhile.</summary>
    public async Task<PoisonMessage?> ReadAsync(ListedPoison listed, CancellationToken cancellationToken) =>
        (await _messages.ReadAsync(listed.Name, cancellationToken)).Value;

    /// <summary>Lists the messages of a queue, those at work left out.</summary>
    public async IAsyncEnumerable<PoisonMessage> ListAsync(
        string queueName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var info in documents.ListAsync(PrefixOf(queueName), cancellationToken).Where(info => !IsAtWork(info)))
        {
            if (await _messages.ReadAsync(info.Name, cancellationToken) is ({ } message, _))
            {
                yield return message;
            }
        }
    }

    /// <summary>
    /// Sends the messages of a queue back to it. Returns how many. Each is noted before it is sent, so that whoever works on it
    /// finds it noted; one that could not be sent then is listed again after an hour.
    /// </summary>
    public async Task<int> ReplayAsync(string queueName, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var message in ListAsync(queueName, cancellationToken))
        {
            var name = NameOf(message);
            await NoteReplayAsync(name, cancellationToken);
            await queue.SendAsync(message.Queue, ReplayMark.Put(message.Body, KeyOf(name)), TimeSpan.Zero, cancellationToken);
            count++;
        }

        return count;
    }

    /// <summary>Notes that a message is sent back to work by another way.</summary>
    public async Task NoteReplayAsync(string queueName, string id, CancellationToken cancellationToken)
    {
        await foreach (var info in documents.ListAsync(PrefixOf(queueName, id), cancellationToken))
        {
            await NoteReplayAsync(info.Name, cancellationToken);
        }
    }

    /// <summary>Work on a message is done: forgets the one that it was sent back for, unless that was given up again since.</summary>
    /// <param name="queueName">The queue.</param>
    /// <param name="mark">What the message carries; null where it was never given up.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task SeenToAsync(string queueName, string? mark, CancellationToken cancellationToken)
    {
        if (mark is not null && await FindAsync(queueName, mark, cancellationToken) is { } info && info.Metadata.ContainsKey(ReplayedKey))
        {
            await documents.DeleteAsync(info.Name, info.ETag, cancellationToken);
        }
    }

    /// <summary>Forgets a message: somebody has seen to it by another way.</summary>
    public async Task ForgetAsync(string queueName, string id, CancellationToken cancellationToken)
    {
        await foreach (var info in documents.ListAsync(PrefixOf(queueName, id), cancellationToken))
        {
            await documents.DeleteAsync(info.Name, info.ETag, cancellationToken);
        }
    }

    // The message that was sent back to work and has come back: by what it carries, or by what it is.
    private async Task<bool> KeepAgainAsync(
        string queueName, ReadOnlyMemory<byte> body, string? mark, string reason, CancellationToken cancellationToken)
    {
        var hash = HashOf(body);
        var before = mark is not null
            ? await FindAsync(queueName, mark, cancellationToken)
            : await documents.ListAsync(PrefixOf(queueName), cancellationToken).FirstOrDefaultAsync(
                info => info.Metadata.ContainsKey(ReplayedKey) && info.Metadata.GetValueOrDefault(BodyKey) == hash, cancellationToken);
        return before is not null && await _messages.UpdateAsync(
            before.Name,
            known: null,
            message => message is null ? null : message with { Reason = reason, Replayed = null },
            cancellationToken) is not null;
    }

    private Task<Versioned<PoisonMessage>?> NoteReplayAsync(string name, CancellationToken cancellationToken) => _messages.UpdateAsync(
        name, known: null, message => message is null ? null : message with { Replayed = time.GetUtcNow() }, cancellationToken);

    // By a listing: what a message carries may be anything, and need not be the name of a document.
    private async Task<DocumentInfo?> FindAsync(string queueName, string mark, CancellationToken cancellationToken) =>
        await documents.ListAsync(PrefixOf(queueName), cancellationToken)
            .FirstOrDefaultAsync(info => KeyOf(info.Name) == mark, cancellationToken);

    private bool IsAtWork(DocumentInfo info) =>
        info.ReadTime(ReplayedKey) is { } replayed && replayed <= time.GetUtcNow() && time.GetUtcNow() - replayed < TimeToWork;

    private static string PrefixOf(string queueName) => $"{Prefix}{queueName}/";

    private static string PrefixOf(string queueName, string id) => $"{PrefixOf(queueName)}{DocumentKey.Of(id)}-";

    private static string KeyOf(string name) => name[(name.LastIndexOf('/') + 1)..];

    private static string HashOf(ReadOnlyMemory<byte> body) => StableHash.Of(body.Span, 16);

    private static Dictionary<string, string> Metadata(PoisonMessage message)
    {
        var metadata = new Dictionary<string, string> { [BodyKey] = HashOf(message.Body) };
        metadata.Add(ReplayedKey, message.Replayed);
        if (message.Notice is { } type)
        {
            metadata[NoticeKey] = type;
        }

        return metadata;
    }

    private static string NameOf(PoisonMessage message) => string.Create(
        CultureInfo.InvariantCulture,
        $"{PrefixOf(message.Queue, message.Id)}{message.At.ToUnixTimeMilliseconds()}");

    private static partial class Log
    {
        // Alert rules of operators look for these words.
        [LoggerMessage(200, LogLevel.Error, "{Queue}: message {Id} is kept as poison: {Reason}")]
        public static partial void Kept(ILogger logger, string queue, string id, string reason);
    }
}
