using System.Collections.Concurrent;

namespace NewsAlerts.AzureStorage;

/// <summary>How many operations a client of an account has asked for, by kind: what the account bills.</summary>
internal sealed class StorageOperations
{
    /// <summary>A look into a queue that found nothing: what waiting costs, whatever there is to do.</summary>
    public const string IdlePoll = "idle queue poll";

    private readonly ConcurrentDictionary<string, int> _counts = new();

    /// <summary>The counts until now, by kind.</summary>
    public IReadOnlyDictionary<string, int> Counts => new SortedDictionary<string, int>(_counts, StringComparer.Ordinal);

    /// <summary>Counts one operation.</summary>
    public void Add(string kind) => _counts.AddOrUpdate(kind, 1, (_, count) => count + 1);
}
