using System.Diagnostics;

namespace NewsAlerts.Benchmarks;

/// <summary>Runs <c>alerts run --once</c> as a process of its own, and measures it.</summary>
internal static class AlertsProcess
{
    /// <summary>Runs until nothing is left to do, and prints what the program said at its end.</summary>
    /// <param name="options">Its options.</param>
    /// <param name="environment">A variable to set; null sets none.</param>
    public static async Task<(int ExitCode, TimeSpan Elapsed, long PeakBytes, string Output)> RunOnceAsync(
        IEnumerable<string> options, (string Name, string Value)? environment = null)
    {
        var alerts = Path.Combine(AppContext.BaseDirectory, "alerts.dll");
        var start = new ProcessStartInfo("dotnet", [alerts, "run", "--once", .. options])
        {
            RedirectStandardOutput = true,
        };
        if (environment is { } variable)
        {
            start.Environment[variable.Name] = variable.Value;
        }

        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("the program did not start");
        var output = process.StandardOutput.ReadToEndAsync();
        var ended = process.WaitForExitAsync();
        var peak = 0L;
        while (!ended.IsCompleted)
        {
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.PeakWorkingSet64);
            await Task.WhenAny(ended, Task.Delay(20));
        }

        return (process.ExitCode, Stopwatch.GetElapsedTime(started), peak, await output);
    }
}
