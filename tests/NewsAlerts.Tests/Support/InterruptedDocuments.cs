using NewsAlerts.Storage;

namespace NewsAlerts.Tests.Support;

/// <summary>Documents in memory between whose changes something else can happen, as another process would do it.</summary>
internal sealed class InterruptedDocuments : IDocumentStore
{
    private readonly MemoryDocuments _inner = new();
    private (string Prefix, Func<Task> Work)? _beforeWrite;
    private (string Prefix, Func<Task> Work)? _beforeDelete;

    /// <summary>Whether everything has happened that was to.</summary>
    public bool IsDone => _beforeWrite is null && _beforeDelete is null;

    /// <summary>Lets something happen once, before the next write of a document whose name begins so.</summary>
    public void BeforeWrite(string prefix, Func<Task> work) => _beforeWrite = (prefix, work);

    /// <summary>Lets something happen once, before the next deletion of a document whose name begins so.</summary>
    public void BeforeDelete(string prefix, Func<Task> work) => _beforeDelete = (prefix, work);

    public Task<Document?> ReadAsync(string name, CancellationToken cancellationToken) => _inner.ReadAsync(name, cancellationToken);

    public async Task<string?> WriteAsync(
        string name,
        ReadOnlyMemory<byte> content,
        WriteCondition condition,
        IReadOnlyDictionary<string, string>? metadata,
        CancellationToken cancellationToken)
    {
        if (_beforeWrite is { } before && name.StartsWith(before.Prefix, StringComparison.Ordinal))
        {
            _beforeWrite = null;
            await before.Work();
        }

        return await _inner.WriteAsync(name, content, condition, metadata, cancellationToken);
    }

    public IAsyncEnumerable<DocumentInfo> ListAsync(string prefix, CancellationToken cancellationToken) =>
        _inner.ListAsync(prefix, cancellationToken);

    public async Task<bool> DeleteAsync(string name, string? eTag, CancellationToken cancellationToken)
    {
        if (_beforeDelete is { } before && name.StartsWith(before.Prefix, StringComparison.Ordinal))
        {
            _beforeDelete = null;
            await before.Work();
        }

        return await _inner.DeleteAsync(name, eTag, cancellationToken);
    }
}
