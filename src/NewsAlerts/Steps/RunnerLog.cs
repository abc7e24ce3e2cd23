using NewsAlerts.Storage;

namespace NewsAlerts.Steps;

/// <summary>When a runner was at work last. Where several share a storage, the one that has noted it last.</summary>
internal sealed record RunnerState
{
    /// <summary>When it began, UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When its timer came round last, UTC.</summary>
    public required DateTimeOffset Seen { get; init; }

    /// <summary>When it ended, UTC; null where it has not said so: it goes on, or was killed.</summary>
    public DateTimeOffset? Ended { get; init; }
}

/// <summary>Notes that this process is at work, once a minute at most: one small write.</summary>
internal sealed class RunnerLog(IDocumentStore documents, TimeProvider time)
{
    /// <summary>A runner that was not seen for so long is not at work: three turns of its timer.</summary>
    public static readonly TimeSpan TooLong = TimeSpan.FromMinutes(3);

    private const string Name = "runner";

    // A timer that comes round each minute may be a little early.
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromSeconds(50);

    private readonly JsonDocuments<RunnerState> _documents = new(documents, StepsJson.Default.RunnerState);
    private readonly DateTimeOffset _began = time.GetUtcNow();
    private DateTimeOffset? _noted;

    /// <summary>Notes that the timer has come round.</summary>
    public async Task NoteAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_noted is { } noted && (now - noted).Duration() < BetweenNotes)
        {
            return;
        }

        await _documents.WriteAsync(Name, new RunnerState { Since = _began, Seen = now }, WriteCondition.None, cancellationToken);
        _noted = now;
    }

    /// <summary>Notes that this process ends.</summary>
    public Task NoteEndAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return _documents.WriteAsync(
            Name, new RunnerState { Since = _began, Seen = now, Ended = now }, WriteCondition.None, cancellationToken);
    }

    /// <summary>What was noted last; null where no runner was ever at work.</summary>
    public async Task<RunnerState?> ReadAsync(CancellationToken cancellationToken) =>
        (await _documents.ReadAsync(Name, cancellationToken)).Value;
}
