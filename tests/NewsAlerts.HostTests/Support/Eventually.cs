using System.Diagnostics;

namespace NewsAlerts.HostTests.Support;

/// <summary>Waits for what other processes and servers bring about.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until the condition holds. After two minutes, which a busy machine may need, the test fails.</summary>
    public static Task TrueAsync(Func<bool> condition, CancellationToken cancellationToken) =>
        TrueAsync(condition, Limit, cancellationToken);

    /// <summary>Waits until the condition holds. After the time given the test fails.</summary>
    public static async Task TrueAsync(Func<bool> condition, TimeSpan limit, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < limit, $"this did not come true within {limit.TotalSeconds:0} s");
            await Task.Delay(Step, cancellationToken);
        }
    }
}
