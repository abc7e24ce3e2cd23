using NewsAlerts.Storage;

namespace NewsAlerts.AzureStorage;

/// <summary>
/// The account of a setting that cannot be read: every call says so. A host that starts all the same can answer what is wrong,
/// and does not end again and again with nobody reading why.
/// </summary>
/// <param name="reason">What is wrong with the setting, without its value.</param>
internal sealed class UnusableStorage(string reason) : IDocumentStore, IMessageQueue
{
    public Task<Document?> ReadAsync(string name, CancellationToken cancellationToken) => throw Unusable();

    public Task<string?> WriteAsync(
        string name,
        ReadOnlyMemory<byte> content,
        WriteCondition condition,
        IReadOnlyDictionary<string, string>? metadata,
        CancellationToken cancellationToken) => throw Unusable();

    public IAsyncEnumerable<DocumentInfo> ListAsync(string prefix, CancellationToken cancellationToken) => throw Unusable();

    public Task<bool> DeleteAsync(string name, string? eTag, CancellationToken cancellationToken) => throw Unusable();

    public Task SendAsync(string queue, ReadOnlyMemory<byte> body, TimeSpan delay, CancellationToken cancellationToken) => throw Unusable();

    public Task<IReadOnlyList<QueueMessage>> ReceiveAsync(
        string queue, int count, TimeSpan hold, CancellationToken cancellationToken) => throw Unusable();

    public Task<QueueMessage?> ExtendAsync(QueueMessage message, TimeSpan hold, CancellationToken cancellationToken) => throw Unusable();

    public Task<bool> ReleaseAsync(
        QueueMessage message, TimeSpan delay, bool countsAsTry, CancellationToken cancellationToken) => throw Unusable();

    public Task<bool> DeleteAsync(QueueMessage message, CancellationToken cancellationToken) => throw Unusable();

    public Task<QueueCounts> CountAsync(string queue, CancellationToken cancellationToken) => throw Unusable();

    private StorageUnavailableException Unusable() => new(StorageProblem.Setting, $"the storage account cannot be used: {reason}");
}
