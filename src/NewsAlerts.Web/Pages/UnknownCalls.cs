using System.Net;
using NewsAlerts.Http;

namespace NewsAlerts.Web.Pages;

/// <summary>
/// How often this process looks up in vain what somebody calls: whoever guesses at paths costs nothing more for the rest of
/// the minute. Callers are counted in two rows of counters, each by a hash of its own that nobody can foretell, so that the table
/// never grows, and refuses nobody because many others call: to be refused, a caller must meet in both rows somebody who guesses.
/// </summary>
internal sealed class UnknownCalls(TimeProvider time)
{
    /// <summary>How many calls in a minute may be in vain.</summary>
    public const int MostAMinute = 60;

    private const int Counters = 1 << 15;

    private readonly Lock _lock = new();
    private readonly int[][] _rows = [new int[Counters], new int[Counters]];
    private long _minute;

    /// <summary>Whether somebody has called in vain too often to be looked up now.</summary>
    public bool AreTooMany(IPAddress? from)
    {
        lock (_lock)
        {
            Forget();
            var network = CallerNetwork.Of(from);
            return Enumerable.Range(0, _rows.Length).All(row => _rows[row][PlaceOf(network, row)] >= MostAMinute);
        }
    }

    /// <summary>Counts a call that was in vain.</summary>
    public void Add(IPAddress? from)
    {
        lock (_lock)
        {
            Forget();
            var network = CallerNetwork.Of(from);
            for (var row = 0; row < _rows.Length; row++)
            {
                _rows[row][PlaceOf(network, row)]++;
            }
        }
    }

    // Seeded anew in each process.
    private static int PlaceOf(string network, int row) => (int)((uint)HashCode.Combine(row, network) % Counters);

    private void Forget()
    {
        var minute = time.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;
        if (minute != _minute)
        {
            Array.ForEach(_rows, Array.Clear);
            _minute = minute;
        }
    }
}
