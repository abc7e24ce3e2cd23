using Microsoft.Extensions.Logging.Abstractions;
using NewsAlerts.AzureStorage;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery;
using NewsAlerts.HostTests.FunctionsApp;
using NewsAlerts.Local.Running;
using NewsAlerts.Polling;
using NewsAlerts.Storage;

namespace NewsAlerts.HostTests.Support;

/// <summary>A configuration and a place for everything, and the program to run on them.</summary>
internal sealed class Installation : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private readonly string? _account;
    private readonly bool _isFunctionsApp;

    /// <summary>Writes the configuration.</summary>
    /// <param name="yaml">The configuration.</param>
    /// <param name="account">The storage account to run on, as a connection string; the data folder by default.</param>
    /// <param name="isFunctionsApp">Whether the Functions app works on that account, in the place of the local program.</param>
    public Installation(string yaml, string? account = null, bool isFunctionsApp = false)
    {
        (_account, _isFunctionsApp) = (account, isFunctionsApp);
        Configure(yaml);
    }

    /// <summary>The storage account that it runs on, as a connection string.</summary>
    public string Account => _account ?? throw new InvalidOperationException("this installation runs on files");

    /// <summary>The configuration file.</summary>
    public string Config => _folder.PathOf("alerts.yaml");

    /// <summary>The data folder, as the program sees it.</summary>
    public DataFolder Data => new(_folder.PathOf("data"), TimeProvider.System);

    /// <summary>Where everything is kept, as another process sees it.</summary>
    public IStoragePlace Place =>
        _account is null ? Data : new AzurePlace(StorageAccount.Parse(_account), Data.Path, TimeProvider.System);

    /// <summary>Writes another configuration, for the next start.</summary>
    public void Configure(string yaml) => File.WriteAllText(Config, yaml);

    /// <summary>Starts <c>alerts run</c>.</summary>
    public BuiltProgram Run(params IEnumerable<string> options) =>
        Run([], options);

    /// <summary>The same, with more in its environment.</summary>
    public BuiltProgram Run(IReadOnlyCollection<(string Name, string Value)> environment, params IEnumerable<string> options) =>
        Start(environment, "run", ["--config", Config, .. options]);

    /// <summary>Starts the Functions app, with this configuration in its place in the account.</summary>
    public Task<FunctionsHost> StartAppAsync(CancellationToken cancellationToken) => StartAppAsync([], cancellationToken);

    /// <summary>The same, with more settings.</summary>
    public async Task<FunctionsHost> StartAppAsync(
        IReadOnlyCollection<(string Name, string Value)> settings, CancellationToken cancellationToken)
    {
        await UploadConfigurationAsync(cancellationToken);
        return await FunctionsHost.StartAsync(Account, settings, cancellationToken);
    }

    /// <summary>Puts the configuration where the Functions app looks for it.</summary>
    public async Task UploadConfigurationAsync(CancellationToken cancellationToken) => await Place.Documents.WriteAsync(
        RefreshConfiguration.DocumentName, await File.ReadAllBytesAsync(Config, cancellationToken), WriteCondition.None, metadata: null, cancellationToken);

    /// <summary>
    /// Runs <c>alerts run --once</c> to its end; in the Functions app, lets the timers run once, waits until everything is done, and ends
    /// with the same exit code.
    /// </summary>
    public async Task<Ended> RunOnceAsync(CancellationToken cancellationToken)
    {
        if (_isFunctionsApp)
        {
            await using var app = await StartAppAsync(cancellationToken);
            await app.RunTimerAsync(nameof(SchedulePolls), cancellationToken);
            await app.RunTimerAsync(nameof(SendDigests), cancellationToken);
            await app.WaitUntilIdleAsync(this, cancellationToken);
            return new Ended((await PoisonAsync(cancellationToken)).Count > 0 ? 3 : 0, "", (await app.WorkerAsync()).Console);
        }

        await using var program = Run("--once");
        return new Ended(await program.WaitAsync(cancellationToken), program.Output, program.Error);
    }

    /// <summary>Runs <c>alerts status</c> to its end.</summary>
    public async Task<Ended> StatusAsync(CancellationToken cancellationToken)
    {
        await using var program = Start([], "status", ["--config", Config]);
        return new Ended(await program.WaitAsync(cancellationToken), program.Output, program.Error);
    }

    /// <summary>Runs <c>alerts replay</c> to its end.</summary>
    public async Task<Ended> ReplayAsync(CancellationToken cancellationToken)
    {
        await using var program = Start([], "replay");
        return new Ended(await program.WaitAsync(cancellationToken), program.Output, program.Error);
    }

    /// <summary>The messages that are kept as poison, of all queues.</summary>
    public async Task<IReadOnlyList<PoisonMessage>> PoisonAsync(CancellationToken cancellationToken)
    {
        var poison = new PoisonMessages(Place.Documents, Place.Queues, TimeProvider.System, NullLogger<PoisonMessages>.Instance);
        var kept = new List<PoisonMessage>();
        foreach (var queue in Queues.All)
        {
            kept.AddRange(await poison.ListAsync(queue, cancellationToken).ToListAsync(cancellationToken));
        }

        return kept;
    }

    public void Dispose() => _folder.Dispose();

    private BuiltProgram Start(
        IReadOnlyCollection<(string Name, string Value)> environment, string command, params IEnumerable<string> options) => _account is null
        ? BuiltProgram.Start(environment, "alerts.dll", [command, "--data", Data.Path, .. options])
        : BuiltProgram.Start(
            [(StorageAccount.Setting, _account), .. environment],
            "alerts.dll",
            [command, "--data", Data.Path, "--storage", "azure", .. options]);
}
