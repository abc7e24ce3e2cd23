using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using NewsAlerts.Tests.Support.Node;

namespace NewsAlerts.Tests.Support;

/// <summary>
/// Runs a script of the folder Checks on Node.js, with the packages that are pinned there: other people's
/// implementations of the standards that we follow.
/// </summary>
internal static class NodeScript
{
    /// <summary>
    /// What the script writes, given JSON on its standard input. Where Node.js cannot be had, the test is skipped; with
    /// <c>CI=true</c> in the environment it fails.
    /// </summary>
    public static Task<JsonElement> RunAsync(string script, object input) => OrSkipAsync(async () =>
        await RunAsync(Path.Combine(AppContext.BaseDirectory, "Checks", script), await NodePackages.InstallAsync("Checks"), input));

    /// <summary>The folder of the packages, for what runs elsewhere; without Node.js, the same holds.</summary>
    public static Task<string> InstallAsync() => OrSkipAsync(() => NodePackages.InstallAsync("Checks"));

    private static async Task<T> OrSkipAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (NodeMissingException e) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip(e.Message);
            throw;
        }
    }

    private static async Task<JsonElement> RunAsync(string script, string packages, object input)
    {
        var start = new ProcessStartInfo("node", [script, packages])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = new Process { StartInfo = start };
        try
        {
            node.Start();
        }
        catch (Win32Exception e)
        {
            throw new NodeMissingException($"Node.js cannot be started: {e.Message}");
        }

        var output = node.StandardOutput.ReadToEndAsync();
        var error = node.StandardError.ReadToEndAsync();
        await JsonSerializer.SerializeAsync(node.StandardInput.BaseStream, input);
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await error);
        return JsonDocument.Parse(await output).RootElement;
    }
}
