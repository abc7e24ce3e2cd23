using NewsAlerts.Feeds;

namespace NewsAlerts.Storage;

/// <summary>
/// Who refused us, for all shards: one small document, written only when somebody refuses, and read at most once a minute
/// by each process.
/// </summary>
internal sealed class BackOffs(IDocumentStore documents, TimeProvider time)
{
    private const string Name = "back-offs";
    private static readonly TimeSpan TimeToKnow = TimeSpan.FromMinutes(1);

    private readonly JsonDocuments<BackOffList> _documents = new(documents, StorageJson.Default.BackOffList);
    private volatile Known? _known;

    /// <summary>The refusals that still hold, as they were known within the last minute.</summary>
    public async Task<IReadOnlyList<Refusal>> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_known is not { } known || now - known.At >= TimeToKnow)
        {
            var (read, _) = await _documents.ReadAsync(Name, cancellationToken);
            _known = known = new Known(now, read?.Refusals ?? []);
        }

        return [.. known.Refusals.Where(refusal => refusal.Until > now)];
    }

    /// <summary>Adds refusals to those of all shards, and forgets those that no longer hold.</summary>
    public async Task AddAsync(IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        if (refusals.Count == 0)
        {
            return;
        }

        var now = time.GetUtcNow();
        var written = await _documents.UpdateAsync(
            Name,
            known: null,
            list => new BackOffList([.. refusals.Concat(list?.Refusals ?? [])
                .Where(refusal => refusal.Until > now)
                .DistinctBy(refusal => (refusal.Domain, refusal.Feed))
                .GroupBy(refusal => refusal.Domain)
                .SelectMany(domain => domain.OrderByDescending(refusal => refusal.Until).Take(Refusals.FeedsThatTell))]),
            cancellationToken);
        _known = written is null ? null : new Known(now, written.Value.Refusals);
    }

    private sealed record Known(DateTimeOffset At, IReadOnlyList<Refusal> Refusals);
}
