using NewsAlerts.Storage;

namespace NewsAlerts.Tests.Support;

/// <summary>Takes its time to read documents whose names begin so.</summary>
internal sealed class SlowDocuments(IDocumentStore inner, ManualTime time, string prefix, TimeSpan each) : IDocumentStore
{
    public Task<Document?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        if (name.StartsWith(prefix, StringComparison.Ordinal))
        {
            time.Advance(each);
        }

        return inner.ReadAsync(name, cancellationToken);
    }

    public Task<string?> WriteAsync(
        string name,
        ReadOnlyMemory<byte> content,
        WriteCondition condition,
        IReadOnlyDictionary<string, string>? metadata,
        CancellationToken cancellationToken) => inner.WriteAsync(name, content, condition, metadata, cancellationToken);

    public IAsyncEnumerable<DocumentInfo> ListAsync(string prefix, CancellationToken cancellationToken) =>
        inner.ListAsync(prefix, cancellationToken);

    public Task<bool> DeleteAsync(string name, string? eTag, CancellationToken cancellationToken) =>
        inner.DeleteAsync(name, eTag, cancellationToken);
}
