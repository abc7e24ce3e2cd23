using NewsAlerts.HostTests.Support;
using NewsAlerts.Tests.Support.Node;

[assembly: AssemblyFixture(typeof(NewsAlerts.HostTests.Azurite.AzuriteFixture))]

namespace NewsAlerts.HostTests.Azurite;

/// <summary>
/// One Azurite for all tests, started for the first that asks for it. Where it cannot be had, those tests are skipped;
/// with <c>CI=true</c> in the environment they fail.
/// </summary>
public sealed class AzuriteFixture : IAsyncDisposable
{
    private readonly Lazy<Task<AzuriteServer>> _server = new(async () => await AzuriteServer.StartAsync());

    /// <summary>An account that nobody has used yet.</summary>
    internal async Task<AzuriteAccount> NewAccountAsync()
    {
        try
        {
            return new AzuriteAccount((await _server.Value).NewAccount());
        }
        catch (NodeMissingException e) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip(e.Message);
            throw;
        }
    }

    /// <summary>An installation, with an account of its own where it needs one.</summary>
    internal async Task<Installation> InstallAsync(Place place, string yaml) =>
        new(yaml, place == Place.Files ? null : (await NewAccountAsync()).ConnectionString, place == Place.Functions);

    public async ValueTask DisposeAsync()
    {
        if (_server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await _server.Value).DisposeAsync();
        }
    }
}
