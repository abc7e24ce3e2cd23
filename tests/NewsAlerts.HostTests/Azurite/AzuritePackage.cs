using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace NewsAlerts.HostTests.Azurite;

/// <summary>
/// Azurite as the lock file beside this file pins it, installed into a folder below the tests' output: once, until the
/// lock file changes.
/// </summary>
internal static class AzuritePackage
{
    private static readonly TimeSpan InstallTime = TimeSpan.FromMinutes(5);

    /// <summary>Installs it where that is still to do, and returns the script to start.</summary>
    /// <exception cref="AzuriteMissingException">It cannot be had.</exception>
    public static async Task<string> InstallAsync()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Azurite");
        var lockFile = await File.ReadAllBytesAsync(Path.Combine(source, "package-lock.json"));
        var folder = Path.Combine(source, Convert.ToHexStringLower(SHA256.HashData(lockFile).AsSpan(0, 8)));
        var installed = Path.Combine(folder, "installed");
        if (!File.Exists(installed))
        {
            Directory.CreateDirectory(folder);
            foreach (var file in (string[])["package.json", "package-lock.json"])
            {
                File.Copy(Path.Combine(source, file), Path.Combine(folder, file), overwrite: true);
            }

            await RunNpmAsync(folder);
            await File.WriteAllTextAsync(installed, "");
        }

        return Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js");
    }

    private static async Task RunNpmAsync(string folder)
    {
        var start = new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var npm = new Process { StartInfo = start };
            using var limit = new CancellationTokenSource(InstallTime);
            npm.Start();
            using var kill = limit.Token.Register(() => npm.Kill(entireProcessTree: true));
            npm.OutputDataReceived += (_, _) => { };
            npm.BeginOutputReadLine();
            var error = await npm.StandardError.ReadToEndAsync(CancellationToken.None);
            await npm.WaitForExitAsync(CancellationToken.None);
            if (npm.ExitCode != 0)
            {
                throw new AzuriteMissingException($"npm could not install Azurite. It wrote: {error}");
            }
        }
        catch (Win32Exception e)
        {
            throw new AzuriteMissingException($"npm cannot be started, which comes with Node.js: {e.Message}");
        }
    }
}
