using System.Diagnostics;
using System.Globalization;

namespace NewsAlerts.Benchmarks;

/// <summary>Runs <c>alerts run</c> as a process of its own, and measures it.</summary>
internal sealed class AlertsProcess : IDisposable
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private AlertsProcess(Process process)
    {
        _process = process;
        (_output, _errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    /// <summary>How long processors worked for it, until it was looked at last.</summary>
    public TimeSpan ProcessorTime { get; private set; }

    /// <summary>Starts <c>alerts run</c>.</summary>
    /// <param name="options">Its options.</param>
    /// <param name="environment">A variable to set; null sets none.</param>
    public static AlertsProcess Start(IEnumerable<string> options, (string Name, string Value)? environment = null)
    {
        var alerts = Path.Combine(AppContext.BaseDirectory, "alerts.dll");
        var start = new ProcessStartInfo("dotnet", [alerts, "run", .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (environment is { } variable)
        {
            start.Environment[variable.Name] = variable.Value;
        }

        return new AlertsProcess(Process.Start(start) ?? throw new InvalidOperationException("the program did not start"));
    }

    /// <summary>Runs <c>alerts run --once</c> until nothing is left to do.</summary>
    /// <param name="options">Its options.</param>
    /// <param name="environment">A variable to set; null sets none.</param>
    public static async Task<(int ExitCode, TimeSpan Elapsed, long PeakBytes, string Output)> RunOnceAsync(
        IEnumerable<string> options, (string Name, string Value)? environment = null)
    {
        using var process = Start(["--once", .. options], environment);
        var ended = await process.EndAsync();
        Console.Error.Write(ended.Errors);
        return (ended.ExitCode, ended.Elapsed, ended.PeakBytes, ended.Output);
    }

    /// <summary>Sends SIGTERM, which jobs in a shell's background do not ignore.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits until it ends: how long it ran, the most memory it had, and what it said.</summary>
    public async Task<(int ExitCode, TimeSpan Elapsed, long PeakBytes, string Output, string Errors)> EndAsync()
    {
        var ended = _process.WaitForExitAsync();
        var peak = 0L;
        while (!ended.IsCompleted)
        {
            _process.Refresh();
            if (!_process.HasExited)
            {
                (peak, ProcessorTime) = (Math.Max(peak, _process.PeakWorkingSet64), _process.TotalProcessorTime);
            }

            await Task.WhenAny(ended, Task.Delay(20));
        }

        return (_process.ExitCode, Stopwatch.GetElapsedTime(_started), peak, await _output, await _errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
