using System.Net;
using NewsAlerts.Http;

namespace NewsAlerts.Pages;

/// <summary>
/// How often this process looks up in vain what somebody calls: whoever guesses at paths costs nothing more for the rest of
/// the minute. It forgets everything with each minute, so that it stays small.
/// </summary>
internal sealed class UnknownCalls(TimeProvider time)
{
    /// <summary>How many calls in a minute may be in vain.</summary>
    public const int MostAMinute = 60;

    private const int MostCallers = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _counts = [];
    private long _minute;

    /// <summary>Whether somebody has called in vain too often to be looked up now.</summary>
    public bool AreTooMany(IPAddress? from)
    {
        lock (_lock)
        {
            Forget();
            return _counts.GetValueOrDefault(CallerNetwork.Of(from)) >= MostAMinute || _counts.Count >= MostCallers;
        }
    }

    /// <summary>Counts a call that was in vain.</summary>
    public void Add(IPAddress? from)
    {
        lock (_lock)
        {
            Forget();
            var network = CallerNetwork.Of(from);
            _counts[network] = _counts.GetValueOrDefault(network) + 1;
        }
    }

    private void Forget()
    {
        var minute = time.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;
        if (minute != _minute)
        {
            _counts.Clear();
            _minute = minute;
        }
    }
}
