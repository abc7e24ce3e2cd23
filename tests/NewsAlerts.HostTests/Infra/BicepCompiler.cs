using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace NewsAlerts.HostTests.Infra;

/// <summary>
/// The Bicep compiler, which the build downloads where it can run. Elsewhere the tests that need it are skipped; with
/// <c>CI=true</c> in the environment they fail on the platform that it is for.
/// </summary>
internal static class BicepCompiler
{
    private static readonly string? Program = typeof(BicepCompiler).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .SingleOrDefault(metadata => metadata.Key == "BicepCompiler")?.Value;

    private static readonly bool IsItsPlatform =
        OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64;

    /// <summary>Runs it, in a folder.</summary>
    /// <returns>What it wrote to standard output, and to standard error: warnings and errors.</returns>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string folder, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        if (Program is null)
        {
            Assert.SkipUnless(
                IsItsPlatform && Environment.GetEnvironmentVariable("CI") == "true",
                $"The Bicep compiler runs on Linux on x64; this is {RuntimeInformation.RuntimeIdentifier}.");
            Assert.Fail("The build did not download the Bicep compiler.");
        }

        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var compiler = Process.Start(start);
        Assert.NotNull(compiler);
        var output = compiler.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = compiler.StandardError.ReadToEndAsync(cancellationToken);
        await compiler.WaitForExitAsync(cancellationToken);
        return (compiler.ExitCode, await output, await error);
    }
}
