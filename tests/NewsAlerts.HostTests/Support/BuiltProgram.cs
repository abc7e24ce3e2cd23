using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace NewsAlerts.HostTests.Support;

/// <summary>A program that was built beside the tests, running in a process of its own.</summary>
internal sealed class BuiltProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    private BuiltProgram(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(_error, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>What it has written to standard output, in lines that end in LF.</summary>
    public string Output => Read(_output);

    /// <summary>What it has written to standard error, in lines that end in LF.</summary>
    public string Error => Read(_error);

    /// <summary>Starts a program, such as <c>alerts.dll</c>, with these arguments.</summary>
    public static BuiltProgram Start(string assembly, params IEnumerable<string> arguments) =>
        Start([], assembly, arguments);

    /// <summary>The same, with more in its environment.</summary>
    public static BuiltProgram Start(
        IReadOnlyCollection<(string Name, string Value)> environment, string assembly, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new BuiltProgram(new Process { StartInfo = start });
    }

    /// <summary>The same, in a process that ignores SIGINT, as a shell without job control starts what is to run in its background.</summary>
    public static BuiltProgram StartIgnoringInterrupts(string assembly, params IEnumerable<string> arguments) => new(new Process
    {
        StartInfo = new ProcessStartInfo(
            "/bin/sh", ["-c", "trap '' INT; exec \"$@\"", "sh", "dotnet", Path.Combine(AppContext.BaseDirectory, assembly), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        },
    });

    /// <summary>Waits until it ends, and returns its exit code. After a minute it is killed and the test fails.</summary>
    public async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
            Assert.Fail($"the program did not end. It wrote:\n{Output}\n{Error}");
        }

        return _process.ExitCode;
    }

    /// <summary>Ends when it has ended.</summary>
    public Task EndAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>Waits until it has written something to standard output.</summary>
    public Task WaitForOutputAsync(string text, CancellationToken cancellationToken) => Eventually.TrueAsync(
        () =>
        {
            var found = Output.Contains(text, StringComparison.Ordinal);
            Assert.True(found || !_process.HasExited, $"the program ended without '{text}'. It wrote:\n{Output}\n{Error}");
            return found;
        },
        cancellationToken);

    /// <summary>Sends SIGTERM, as whatever ends services does. Unlike SIGINT, jobs in a shell's background do not ignore it.</summary>
    public Task InterruptAsync(CancellationToken cancellationToken) => SignalAsync("TERM", cancellationToken);

    /// <summary>Sends a signal, such as <c>INT</c>.</summary>
    public async Task SignalAsync(string signal, CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", [$"-{signal}", Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Sends SIGKILL, and waits until the process is gone.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private static void Append(StringBuilder lines, string? line)
    {
        lock (lines)
        {
            _ = line is null ? lines : lines.Append(line).Append('\n');
        }
    }

    private static string Read(StringBuilder lines)
    {
        lock (lines)
        {
            return lines.ToString();
        }
    }
}
