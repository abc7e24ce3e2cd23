using System.Globalization;
using System.Runtime.CompilerServices;
using NewsAlerts.Storage;

namespace NewsAlerts.Tests.Support;

/// <summary>Documents in memory.</summary>
/// <param name="beforeWrite">What happens before each write or deletion; an exception stands for a crash at that point.</param>
internal sealed class MemoryDocuments(Action<string>? beforeWrite = null) : IDocumentStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Entry> _documents = new(StringComparer.Ordinal);
    private int _version;

    /// <summary>The names of all documents.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            lock (_lock)
            {
                return [.. _documents.Keys];
            }
        }
    }

    public Task<Document?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        DocumentName.Check(name);
        lock (_lock)
        {
            return Task.FromResult(_documents.TryGetValue(name, out var entry) ? new Document(entry.Content, entry.ETag) : null);
        }
    }

    public Task<string?> WriteAsync(
        string name,
        ReadOnlyMemory<byte> content,
        WriteCondition condition,
        IReadOnlyDictionary<string, string>? metadata,
        CancellationToken cancellationToken)
    {
        DocumentName.Check(name);
        beforeWrite?.Invoke(name);
        lock (_lock)
        {
            var current = _documents.GetValueOrDefault(name);
            if ((condition.MustBeNew && current is not null) || (condition.ETag is { } eTag && eTag != current?.ETag))
            {
                return Task.FromResult<string?>(null);
            }

            var next = (++_version).ToString(CultureInfo.InvariantCulture);
            _documents[name] = new Entry(content.ToArray(), next, metadata ?? new Dictionary<string, string>());
            return Task.FromResult<string?>(next);
        }
    }

    public async IAsyncEnumerable<DocumentInfo> ListAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        List<DocumentInfo> listed;
        lock (_lock)
        {
            listed = [.. _documents
                .Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
                .Select(entry => new DocumentInfo(entry.Key, entry.Value.ETag, entry.Value.Metadata))];
        }

        foreach (var info in listed)
        {
            yield return info;
        }
    }

    public Task<bool> DeleteAsync(string name, string? eTag, CancellationToken cancellationToken)
    {
        DocumentName.Check(name);
        beforeWrite?.Invoke(name);
        lock (_lock)
        {
            return Task.FromResult((eTag is null || _documents.GetValueOrDefault(name)?.ETag == eTag) && _documents.Remove(name));
        }
    }

    private sealed record Entry(byte[] Content, string ETag, IReadOnlyDictionary<string, string> Metadata);
}
