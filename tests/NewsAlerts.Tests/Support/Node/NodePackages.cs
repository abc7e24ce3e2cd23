using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace NewsAlerts.Tests.Support.Node;

/// <summary>
/// Packages of the npm registry as a lock file beside the tests pins them, installed into a folder below the tests'
/// output: once, until the lock file changes.
/// </summary>
internal static class NodePackages
{
    private static readonly TimeSpan InstallTime = TimeSpan.FromMinutes(5);

    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Folders = new();

    /// <summary>Installs them where that is still to do, and returns the folder that holds <c>node_modules</c>.</summary>
    /// <param name="name">The folder of the lock file, below the tests' output.</param>
    /// <exception cref="NodeMissingException">They cannot be had.</exception>
    public static Task<string> InstallAsync(string name) =>
        Folders.GetOrAdd(name, _ => new Lazy<Task<string>>(() => InstallOnceAsync(name))).Value;

    private static async Task<string> InstallOnceAsync(string name)
    {
        var source = Path.Combine(AppContext.BaseDirectory, name);
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

            await RunNpmAsync(name, folder);
            await File.WriteAllTextAsync(installed, "");
        }

        return folder;
    }

    private static async Task RunNpmAsync(string name, string folder)
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
                throw new NodeMissingException($"npm could not install what {name}/package-lock.json pins. It wrote: {error}");
            }
        }
        catch (Win32Exception e)
        {
            throw new NodeMissingException($"npm cannot be started, which comes with Node.js: {e.Message}");
        }
    }
}
