using NewsAlerts.Storage;

namespace NewsAlerts.HostTests.Support;

/// <summary>Documents that cannot be changed any more after a point.</summary>
internal sealed class CrashingDocuments(IDocumentStore inner, CrashPoint point) : IDocumentStore
{
    public Task<Document?> ReadAsync(string name, CancellationToken cancellationToken) =>
        inner.ReadAsync(name, cancellationToken);

    public Task<string?> WriteAsync(
        string name,
        ReadOnlyMemory<byte> content,
        WriteCondition condition,
        IReadOnlyDictionary<string, string>? metadata,
        CancellationToken cancellationToken)
    {
        point.Pass();
        return inner.WriteAsync(name, content, condition, metadata, cancellationToken);
    }

    public IAsyncEnumerable<DocumentInfo> ListAsync(string prefix, CancellationToken cancellationToken) =>
        inner.ListAsync(prefix, cancellationToken);

    public Task<bool> DeleteAsync(string name, string? eTag, CancellationToken cancellationToken)
    {
        point.Pass();
        return inner.DeleteAsync(name, eTag, cancellationToken);
    }
}
