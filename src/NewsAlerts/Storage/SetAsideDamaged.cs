using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using NewsAlerts.Feeds;

namespace NewsAlerts.Storage;

/// <summary>
/// Documents of which one that cannot be read stands in nobody's way: a power cut or a bad disk leaves zeros, or half of it. It
/// is moved, byte for byte, below <c>damaged/</c> under its name, reported once, and from then on is as one that was never
/// there: whoever needs it begins anew.
/// </summary>
/// <param name="inner">The documents.</param>
/// <param name="time">Says when one was set aside.</param>
/// <param name="derivedFrom">
/// From a document's name, the name of another one that holds only as long as it is there, and is deleted with it; null where none does.
/// </param>
/// <param name="logger">Where it is reported; null where <see cref="Report"/> sees to it.</param>
internal sealed partial class SetAsideDamaged(
    IDocumentStore inner, TimeProvider time, Func<string, string?> derivedFrom, ILogger? logger = null) : IDocumentStore
{
    private const string Prefix = "damaged/";
    private const string ReasonKey = "reason";
    private const string AtKey = "at";

    private readonly ConcurrentQueue<DamagedDocument> _found = [];

    /// <summary>Called for each one that is set aside, with its name and the reason.</summary>
    public Action<DamagedDocument>? Report { get; set; }

    /// <summary>Those that were set aside by this process.</summary>
    public IReadOnlyCollection<DamagedDocument> Found => _found;

    /// <summary>The name under which one is kept.</summary>
    public static string NameOf(string document) => Prefix + document;

    /// <summary>Lists those that were set aside by anybody.</summary>
    public static IAsyncEnumerable<DamagedDocument> ListDamagedAsync(IDocumentStore documents, CancellationToken cancellationToken) =>
        documents.ListAsync(Prefix, cancellationToken).Select(info => new DamagedDocument(
            info.Name[Prefix.Length..],
            Uri.UnescapeDataString(info.Metadata.GetValueOrDefault(ReasonKey, "")),
            info.ReadTime(AtKey) ?? DateTimeOffset.UnixEpoch));

    public async Task<Document?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var document = await inner.ReadAsync(name, cancellationToken);
        if (document?.Damage is not { } damage)
        {
            return document;
        }

        await SetAsideAsync(name, document, damage, cancellationToken);
        return null;
    }

    public Task<string?> WriteAsync(
        string name,
        ReadOnlyMemory<byte> content,
        WriteCondition condition,
        IReadOnlyDictionary<string, string>? metadata,
        CancellationToken cancellationToken) =>
        inner.WriteAsync(name, content, condition, metadata, cancellationToken);

    public async IAsyncEnumerable<DocumentInfo> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var info in inner.ListAsync(prefix, cancellationToken))
        {
            if (info.Damage is null)
            {
                yield return info;
            }
            else
            {
                await ReadAsync(info.Name, cancellationToken);
            }
        }
    }

    public Task<bool> DeleteAsync(string name, string? eTag, CancellationToken cancellationToken) =>
        inner.DeleteAsync(name, eTag, cancellationToken);

    public async Task SetAsideAsync(string name, Document document, string reason, CancellationToken cancellationToken)
    {
        if (name.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return;
        }

        reason = FeedLimits.Cut(reason, FeedLimits.Reason);
        var now = time.GetUtcNow();
        var metadata = new Dictionary<string, string>
        {
            [ReasonKey] = Uri.EscapeDataString(reason),
            [AtKey] = now.ToString("O", CultureInfo.InvariantCulture),
        };
        await inner.WriteAsync(NameOf(name), document.Content, WriteCondition.None, metadata, cancellationToken);
        if (derivedFrom(name) is { } derived)
        {
            await inner.DeleteAsync(derived, cancellationToken);
        }

        if (await inner.DeleteAsync(name, document.ETag, cancellationToken))
        {
            var damaged = new DamagedDocument(name, reason, now);
            _found.Enqueue(damaged);
            Report?.Invoke(damaged);
            if (logger is not null)
            {
                Log.SetAside(logger, name, NameOf(name), reason);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(210, LogLevel.Error, "The document {Name} cannot be read and is set aside as {Aside}: {Reason}")]
        public static partial void SetAside(ILogger logger, string name, string aside, string reason);
    }
}

/// <summary>A document that could not be read and was set aside.</summary>
/// <param name="Name">The name that it had.</param>
/// <param name="Reason">Why it could not be read, as a sentence for a person.</param>
/// <param name="At">When it was set aside, UTC.</param>
internal sealed record DamagedDocument(string Name, string Reason, DateTimeOffset At);
