using NewsAlerts.Storage;

namespace NewsAlerts.Tests.Support;

/// <summary>Counts how many documents are read, and how large those are that are written.</summary>
internal sealed class CountingDocuments(IDocumentStore inner) : IDocumentStore
{
    public int Reads { get; set; }

    public int Lists { get; set; }

    public int Writes { get; set; }

    /// <summary>How many bytes were written.</summary>
    public long Bytes { get; private set; }

    public int Largest { get; private set; }

    public Task<Document?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        Reads++;
        return inner.ReadAsync(name, cancellationToken);
    }

    public Task<string?> WriteAsync(
        string name,
        ReadOnlyMemory<byte> content,
        WriteCondition condition,
        IReadOnlyDictionary<string, string>? metadata,
        CancellationToken cancellationToken)
    {
        Writes++;
        Bytes += content.Length;
        Largest = Math.Max(Largest, content.Length);
        return inner.WriteAsync(name, content, condition, metadata, cancellationToken);
    }

    public IAsyncEnumerable<DocumentInfo> ListAsync(string prefix, CancellationToken cancellationToken)
    {
        Lists++;
        return inner.ListAsync(prefix, cancellationToken);
    }

    public Task<bool> DeleteAsync(string name, string? eTag, CancellationToken cancellationToken) =>
        inner.DeleteAsync(name, eTag, cancellationToken);
}
