using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using NewsAlerts.Tests.Support.Node;

namespace NewsAlerts.HostTests.Azurite;

/// <summary>A running Azurite on free ports of 127.0.0.1, which keeps everything in memory.</summary>
internal sealed partial class AzuriteServer : IAsyncDisposable
{
    private const int Accounts = 400;

    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly string _key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
    private readonly ConcurrentDictionary<string, Uri> _addresses = new();
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _accounts;

    private AzuriteServer(string script)
    {
        string[] options =
        [
            "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
            "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry", "--silent",
        ];
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("node", [script, .. options])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment =
                {
                    ["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(0, Accounts).Select(number => $"{NameOf(number)}:{_key}")),
                },
            },
        };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
    }

    /// <summary>Installs it as the lock file beside this file pins it, starts it, and waits until it listens.</summary>
    /// <exception cref="NodeMissingException">It cannot be had.</exception>
    public static async Task<AzuriteServer> StartAsync()
    {
        var packages = await NodePackages.InstallAsync("Azurite");
        var server = new AzuriteServer(Path.Combine(packages, "node_modules", "azurite", "dist", "src", "azurite.js"));
        try
        {
            server._process.Start();
        }
        catch (Win32Exception e)
        {
            throw new NodeMissingException($"Node.js cannot be started, which runs Azurite: {e.Message}");
        }

        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        var ended = server._process.WaitForExitAsync();
        if (await Task.WhenAny(server._listening.Task, ended, Task.Delay(StartTime)) != server._listening.Task)
        {
            await server.DisposeAsync();
            throw new InvalidOperationException($"Azurite did not start. It wrote:\n{string.Join('\n', server._output)}");
        }

        return server;
    }

    /// <summary>Names an account that nobody has used yet, as the setting <c>AlertsStorage</c> does.</summary>
    public string NewAccount()
    {
        var number = Interlocked.Increment(ref _accounts) - 1;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Accounts);
        var name = NameOf(number);
        return $"AccountName={name};AccountKey={_key};BlobEndpoint={_addresses["Blob"]}{name};QueueEndpoint={_addresses["Queue"]}{name}";
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private static string NameOf(int number) => $"alerts{number}";

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        _output.Enqueue(line);
        if (Listening().Match(line) is { Success: true } listening)
        {
            _addresses[listening.Groups["service"].Value] = new Uri(listening.Groups["address"].Value);
        }

        if (_addresses.ContainsKey("Blob") && _addresses.ContainsKey("Queue"))
        {
            _listening.TrySetResult();
        }
    }

    [GeneratedRegex("^Azurite (?<service>[A-Z][a-z]+) service is successfully listening at (?<address>http:\\S+)")]
    private static partial Regex Listening();
}
