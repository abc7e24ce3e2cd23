namespace NewsAlerts.Storage;

/// <summary>
/// Named documents with optimistic concurrency. Names are segments of <c>a-z 0-9 . _ -</c> joined by slashes; a name is
/// never a prefix segment of another one. A write is whole or not at all. Every call throws
/// <see cref="StorageUnavailableException"/>, or another <see cref="IOException"/>, where the storage cannot be used now.
/// </summary>
public interface IDocumentStore
{
    /// <summary>Reads a document; null where there is none.</summary>
    Task<Document?> ReadAsync(string name, CancellationToken cancellationToken);

    /// <summary>
    /// Writes a document under a condition. Returns its new ETag, or null where the condition does not hold: a conflict
    /// is an expected result.
    /// </summary>
    /// <param name="name">The document's name.</param>
    /// <param name="content">Its whole content.</param>
    /// <param name="condition">What must hold for the write to happen.</param>
    /// <param name="metadata">
    /// A few short values that a listing returns with the name; keys are lower-case ASCII letters, values printable
    /// ASCII. Null means none.
    /// </param>
    /// <param name="cancellationToken">Ends the wait; a write that has begun may still happen.</param>
    Task<string?> WriteAsync(
        string name,
        ReadOnlyMemory<byte> content,
        WriteCondition condition,
        IReadOnlyDictionary<string, string>? metadata,
        CancellationToken cancellationToken);

    /// <summary>Lists the documents whose names start with the prefix, in ordinal order, without opening them.</summary>
    IAsyncEnumerable<DocumentInfo> ListAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>Deletes a document. Returns whether there was one.</summary>
    Task<bool> DeleteAsync(string name, CancellationToken cancellationToken) => DeleteAsync(name, eTag: null, cancellationToken);

    /// <summary>Sets a document aside that was read and is not what it should be, so that it stands in nobody's way.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="document">What was read.</param>
    /// <param name="reason">What is wrong with it, as a sentence for a person.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidDataException">The store sets nothing aside.</exception>
    Task SetAsideAsync(string name, Document document, string reason, CancellationToken cancellationToken) =>
        throw new InvalidDataException($"the document {name} cannot be read: {reason}");

    /// <summary>Deletes a version of a document, whichever it is where that is null. Returns whether it was there.</summary>
    Task<bool> DeleteAsync(string name, string? eTag, CancellationToken cancellationToken);
}
