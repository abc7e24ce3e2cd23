using NewsAlerts.Configuration;
using NewsAlerts.Polling.Pace;
using NewsAlerts.Storage;

namespace NewsAlerts.Polling;

/// <summary>
/// Who refused us, for all shards: one small document, which each process reads once, and again only when somebody refuses
/// it. So a round costs no operation more while nobody does; what another process was refused since, a process learns
/// with the first refusal of its own.
/// </summary>
internal sealed class BackOffs(IDocumentStore documents, TimeProvider time)
{
    private const string Name = "back-offs";

    private readonly JsonDocuments<BackOffList> _documents = new(documents, PollingJson.Default.BackOffList);
    private volatile IReadOnlyList<Refusal>? _known;

    /// <summary>The refusals that still hold, as far as this process knows them.</summary>
    public async Task<IReadOnlyList<Refusal>> ReadAsync(CancellationToken cancellationToken)
    {
        var known = _known ??= (await _documents.ReadAsync(Name, cancellationToken)).Value?.Refusals ?? [];
        return [.. known.Where(refusal => Holds(refusal, time.GetUtcNow()))];
    }

    /// <summary>
    /// Adds the refusals of a round to those of all processes, learns theirs, and forgets those that no longer hold, since their
    /// time is over or their domain has answered.
    /// </summary>
    public async Task AddAsync(Refusals round, CancellationToken cancellationToken)
    {
        var (refused, answered) = (round.New, round.Answered);
        if (refused.Count == 0 && _known?.Any(refusal => answered.Contains(refusal.Domain)) != true)
        {
            return;
        }

        var now = time.GetUtcNow();
        var written = await _documents.UpdateAsync(
            Name,
            known: null,
            list => new BackOffList([.. refused.Concat((list?.Refusals ?? []).Where(refusal => !answered.Contains(refusal.Domain)))
                .Where(refusal => Holds(refusal, now))
                .DistinctBy(refusal => (refusal.Domain, refusal.Feed))
                .GroupBy(refusal => refusal.Domain)
                .SelectMany(domain => domain.OrderByDescending(refusal => refusal.Until).Take(Refusals.FeedsThatTell))]),
            cancellationToken);
        _known = written?.Value.Refusals;
    }

    private static bool Holds(Refusal refusal, DateTimeOffset now) => refusal.Until.NotLaterThan(now, Refusals.Longest) > now;
}
