using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NewsAlerts.Storage;

/// <summary>Documents of one type, written as JSON.</summary>
/// <param name="documents">Where they are.</param>
/// <param name="type">How they are written.</param>
/// <param name="metadata">What a listing tells of a document; null means nothing.</param>
internal sealed class JsonDocuments<T>(
    IDocumentStore documents,
    JsonTypeInfo<T> type,
    Func<T, IReadOnlyDictionary<string, string>>? metadata = null)
    where T : class
{
    /// <summary>Whether they are written compressed with gzip (RFC 1952); they are read either way.</summary>
    public bool AreCompressed { get; init; }

    /// <summary>
    /// Reads a document and its ETag; both null where there is none, or where it is not what it should be and was set aside.
    /// </summary>
    public async Task<(T? Value, string? ETag)> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var document = await documents.ReadAsync(name, cancellationToken);
        if (document is null)
        {
            return (null, null);
        }

        try
        {
            return (Parse(name, Gzip.Unpack(name, document.Content).Span, type), document.ETag);
        }
        catch (InvalidDataException e)
        {
            await documents.SetAsideAsync(name, document, e.Message, cancellationToken);
            return (null, null);
        }
    }

    /// <summary>
    /// Lists documents, in ordinal order. One that was written without what a listing is to tell of it, by whom or whatever, is
    /// read for that, and left out where it cannot be read.
    /// </summary>
    public async IAsyncEnumerable<DocumentInfo> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var info in documents.ListAsync(prefix, cancellationToken))
        {
            if (metadata is null || info.Metadata.Count > 0)
            {
                yield return info;
            }
            else if (await ReadAsync(info.Name, cancellationToken) is ({ } value, { } eTag))
            {
                yield return new DocumentInfo(info.Name, eTag, metadata(value));
            }
        }
    }

    /// <summary>Reads a document's content.</summary>
    /// <exception cref="InvalidDataException">The document is not what it should be; the message names it.</exception>
    public static T? Parse(string name, ReadOnlySpan<byte> content, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(content, type);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"the document {name} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Writes a document under a condition; null where it does not hold.</summary>
    public Task<string?> WriteAsync(string name, T value, WriteCondition condition, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, type);
        return documents.WriteAsync(
            name, AreCompressed ? Gzip.Pack(json) : json, condition, metadata?.Invoke(value), cancellationToken);
    }

    /// <summary>
    /// Changes a document: reads it, applies the change, and writes it if nobody else wrote it meanwhile; otherwise all
    /// over again. Returns what was written; null where the change wanted nothing written.
    /// </summary>
    /// <param name="name">The document's name.</param>
    /// <param name="known">The version to begin with, which spares the first read; null where none is known.</param>
    /// <param name="change">From the latest version (null where there is none) to the next; null leaves it as it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<Versioned<T>?> UpdateAsync(
        string name, Versioned<T>? known, Func<T?, T?> change, CancellationToken cancellationToken) =>
        UpdateAsync(name, known, current => Task.FromResult(change(current)), cancellationToken);

    /// <summary>The same, for a change that must look something up after the document was read.</summary>
    public async Task<Versioned<T>?> UpdateAsync(
        string name, Versioned<T>? known, Func<T?, Task<T?>> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (current, eTag) = known is null ? await ReadAsync(name, cancellationToken) : (known.Value, known.ETag);
            if (await change(current) is { } next)
            {
                if (await WriteAsync(name, next, WriteCondition.IfUnchanged(eTag), cancellationToken) is { } written)
                {
                    return new Versioned<T>(next, written);
                }
            }
            else if (known is null)
            {
                return null;
            }

            // Others have written it, or it wants no change as far as we knew: what counts is the latest version.
            known = null;
        }
    }
}
