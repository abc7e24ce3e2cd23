using System.Net;
using NewsAlerts.HostTests.Azurite;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Storage;

namespace NewsAlerts.HostTests.FunctionsApp;

/// <summary>What the Functions app makes of its settings, right ones and wrong ones.</summary>
public sealed class AppSettingTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_NoPollSchedule_TimersRunEveryMinute()
    {
        using var installation = await azurite.InstallAsync(Place.Functions, "settings: { contact: ops@example.org }");
        await using var app = await installation.StartAppAsync(Token);

        Assert.Equal("0 * * * * *", await ScheduleAsync(app, "SchedulePolls"));
        Assert.Equal("0 * * * * *", await ScheduleAsync(app, "AskHubs"));
    }

    [Fact]
    public async Task Start_PollSchedule_IsTheHostsToResolve()
    {
        using var installation = await azurite.InstallAsync(Place.Functions, "settings: { contact: ops@example.org }");
        await using var app = await installation.StartAppAsync([("POLL_SCHEDULE", "0 */2 * * * *")], Token);

        Assert.Equal("%POLL_SCHEDULE%", await ScheduleAsync(app, "SchedulePolls"));
    }

    [Fact]
    public async Task Start_UnresolvedVaultReference_CountsAsMissingAndIsNamed()
    {
        using var installation = await azurite.InstallAsync(Place.Functions, """
            settings:
              contact: ops@example.org
              smtp: { host: 127.0.0.1, user: alerts, password: "${SMTP_PASSWORD}", from: alerts@example.org }
            """);
        const string Reference = "@Microsoft.KeyVault(SecretUri=https://vault.example.org/secrets/SMTP-PASSWORD)";
        await using var app = await installation.StartAppAsync([("SMTP_PASSWORD", Reference)], Token);

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => app.RunTimerAsync("SchedulePolls", Token));

        Assert.Contains("SMTP_PASSWORD is not set", failed.Message, StringComparison.Ordinal);
        var console = (await app.WorkerAsync()).Console;
        Assert.Contains("The setting SMTP_PASSWORD is still its Key Vault reference", console, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ExporterIsSet_TheConsoleLogsAllTheSame()
    {
        using var installation = await azurite.InstallAsync(Place.Functions, "settings: { contacts: ops@example.org }");
        await using var app = await installation.StartAppAsync([("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9")], Token);

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.RunTimerAsync("SchedulePolls", Token));

        var worker = await app.WorkerAsync();
        await Eventually.TrueAsync(() => worker.Console.Contains("is refused", StringComparison.Ordinal), TimeSpan.FromSeconds(20), Token);
    }

    [Theory]
    [InlineData("", "AlertsStorage is not set in the environment: it is a connection string, ")]
    [InlineData("nonsense;", "AlertsStorage is set in the environment, but cannot be read: it is a connection string, ")]
    public async Task Start_NoStorageAccount_SaidInTheLogAndByHealth(string setting, string expected)
    {
        using var installation = await azurite.InstallAsync(Place.Functions, "settings: { contact: ops@example.org }");
        await using var app = await installation.StartAppAsync([("AlertsStorage", setting)], Token);

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => app.RunTimerAsync("SchedulePolls", Token));
        var (status, body) = await app.AskHealthAsync(HttpFront.Key, Token);

        Assert.Contains(expected, failed.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        var problem = Assert.Single(body.GetProperty("problems").EnumerateArray());
        Assert.Equal(StorageProblem.Setting, problem.GetProperty("code").GetString());
        Assert.Contains(expected, problem.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains(expected, (await app.WorkerAsync()).Console, StringComparison.Ordinal);
    }

    private static async Task<string> ScheduleAsync(FunctionsHost app, string function) =>
        (await app.WorkerAsync()).Functions.Single(one => one.Name == function).Text("schedule");
}
