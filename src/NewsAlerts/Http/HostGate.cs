using System.Collections.Concurrent;

namespace NewsAlerts.Http;

/// <summary>Lets requests through, for the whole process: at most two at a time to one host, and 32 in all.</summary>
internal sealed class HostGate : IDisposable
{
    /// <summary>The most requests to one host at a time.</summary>
    public const int RequestsAHost = 2;

    private const int RequestsInAll = 32;

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim _all = new(RequestsInAll);

    /// <summary>
    /// Waits for a place; disposing what it returns gives the place back. A request that waits for its host takes no
    /// place from other hosts.
    /// </summary>
    public async Task<IDisposable> EnterAsync(string host, CancellationToken cancellationToken)
    {
        var places = _hosts.GetOrAdd(host, static _ => new SemaphoreSlim(RequestsAHost));
        await places.WaitAsync(cancellationToken);
        try
        {
            await _all.WaitAsync(cancellationToken);
        }
        catch
        {
            places.Release();
            throw;
        }

        return new Place(this, places);
    }

    /// <inheritdoc />
    public void Dispose() => _all.Dispose();

    private sealed class Place(HostGate gate, SemaphoreSlim places) : IDisposable
    {
        public void Dispose()
        {
            gate._all.Release();
            places.Release();
        }
    }
}
