using System.Diagnostics;
using System.Text;

namespace NewsAlerts.HostTests.Demo;

public sealed class DemoOnceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("demo-test-");

    [Fact]
    public async Task Demo_Once_TellsTheStoryFromBothOutlets()
    {
        var (exitCode, output) = await RunAsync(_folder.FullName);

        Assert.True(exitCode == 0, output);
        Assert.Contains("*Taiwan*, Sergei *Lavrov* tells Tass", output, StringComparison.Ordinal);
        Assert.Contains("*Taiwan*, says Sergey *Lavrov*", output, StringComparison.Ordinal);
        Assert.Contains("40 items", output, StringComparison.Ordinal);
        Assert.Contains("9 distinct alert ids", output, StringComparison.Ordinal);
        var email = Assert.Single(_folder.GetFiles("outbox/*.eml"));
        Assert.Contains("\r\nSubject: ", await File.ReadAllTextAsync(email.FullName, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_FolderWithFiles_IsRefused()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "mine.txt"), "", TestContext.Current.CancellationToken);

        var (exitCode, output) = await RunAsync(_folder.FullName);

        Assert.Equal(2, exitCode);
        Assert.Contains("is not empty", output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<(int ExitCode, string Output)> RunAsync(string data)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "alerts.dll"), "demo", "--once", "--data", data])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + await error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
