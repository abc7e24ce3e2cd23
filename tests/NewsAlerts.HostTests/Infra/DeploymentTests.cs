using System.Text.Json;
using System.Text.RegularExpressions;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Configuration;

namespace NewsAlerts.HostTests.Infra;

/// <summary>What infra/main.bicep deploys, and what the app needs of it.</summary>
public sealed partial class DeploymentTests
{
    private const string Storage = "Microsoft.Storage/storageAccounts";
    private const string Vault = "Microsoft.KeyVault/vaults";
    private const string ApplicationInsights = "Microsoft.Insights/components";
    private const string Person = "11111111-1111-1111-1111-111111111111";

    // The ids of Azure's built-in roles.
    private const string StorageBlobDataOwner = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b";
    private const string StorageBlobDataContributor = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
    private const string StorageQueueDataContributor = "974c5e8b-45b9-4653-ba55-5f855dd0fb88";
    private const string StorageTableDataContributor = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";
    private const string KeyVaultSecretsUser = "4633458b-17de-408a-b874-0445c86b69e6";
    private const string KeyVaultSecretsOfficer = "b86a8fe4-44ce-4948-aee5-eccb2c155cd7";
    private const string MonitoringMetricsPublisher = "3913510d-42f4-4e42-8a64-420c390055eb";

    // What works without: they are for another receiver of telemetry.
    private static readonly string[] OptionalSettings = ["OTEL_EXPORTER_OTLP_ENDPOINT"];

    private static readonly Lazy<Task<Deployment>> ByDefault = new(() => Deployment.PredictAsync("", CancellationToken.None));

    private static readonly Lazy<Task<Deployment>> AllSet = new(() => Deployment.PredictAsync(
        $"""
        param principalId = '{Person}'
        param pollSchedule = '30 * * * * *'
        param instanceMemoryMB = '512'
        param maximumInstances = '100'
        param alwaysReady = 'http:1, SendAlerts:2'
        param siteUpdateStrategy = 'Recreate'
        param vaultSettings = 'SMTP_PASSWORD, SIGNING_KEY'
        param purgeProtection = 'true'
        param traceSamplingRatio = '0.2'
        param hostTracesPerSecond = '0.5'
        param operatorEmail = 'ops@example.org'
        """,
        CancellationToken.None));

    [Fact]
    public async Task Roles_App_TheseAndNoOthers() => Assert.Equal(
        [
            (ApplicationInsights, MonitoringMetricsPublisher),
            (Vault, KeyVaultSecretsUser),
            (Storage, StorageTableDataContributor),
            (Storage, StorageQueueDataContributor),
            (Storage, StorageBlobDataOwner),
        ],
        (await ByDefault.Value).RolesOf("userAssignedIdentities"));

    [Fact]
    public async Task Roles_PersonWhoDeploys_MayReadAndWriteDocumentsQueuesAndSecrets() => Assert.Equal(
        [(Vault, KeyVaultSecretsOfficer), (Storage, StorageQueueDataContributor), (Storage, StorageBlobDataContributor)],
        (await AllSet.Value).RolesOf(Person));

    [Fact]
    public async Task Settings_AllThatTheAppReads_AreSet()
    {
        var set = (await ByDefault.Value).Settings.Keys.ToHashSet();
        var read = Directory.EnumerateFiles(RepositoryFile.PathOf("src/NewsAlerts.Functions"), "*.cs")
            .SelectMany(file => SettingRead().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["name"].Value)
            .ToHashSet();

        Assert.Contains("APPLICATIONINSIGHTS_CONNECTION_STRING", read);
        Assert.Empty(read.Except(set).Except(OptionalSettings));
    }

    [Theory]
    [InlineData("AzureWebJobsStorage__accountName")]
    [InlineData("AzureWebJobsStorage__credential")]
    [InlineData("AzureWebJobsStorage__clientId")]
    [InlineData("AlertsStorage__queueServiceUri")]
    [InlineData("AlertsStorage__credential")]
    [InlineData("AlertsStorage__clientId")]
    [InlineData("AZURE_CLIENT_ID")]
    public async Task Settings_HostAndIdentity_AreSet(string name) =>
        Assert.False(string.IsNullOrEmpty((await ByDefault.Value).Settings.GetValueOrDefault(name)));

    [Theory]
    [InlineData("POLL_SCHEDULE", "0 * * * * *", "30 * * * * *")]
    [InlineData("AzureWebJobsDisableHomepage", "true", "true")]
    [InlineData("TRACE_SAMPLING_RATIO", "1", "0.2")]
    [InlineData("OTEL_TRACES_SAMPLER", "microsoft.rate_limited", "microsoft.rate_limited")]
    [InlineData("OTEL_TRACES_SAMPLER_ARG", "0.1", "0.5")]
    [InlineData("SMTP_PASSWORD", null, "@Microsoft.KeyVault(VaultName=kv-*;SecretName=SMTP-PASSWORD)")]
    [InlineData("SIGNING_KEY", null, "@Microsoft.KeyVault(VaultName=kv-*;SecretName=SIGNING-KEY)")]
    public async Task Settings_Parameters_ReachTheApp(string name, string? byDefault, string whereSet)
    {
        Assert.Equal(byDefault, (await ByDefault.Value).Settings.GetValueOrDefault(name));
        Assert.Equal(whereSet, HashInName().Replace((await AllSet.Value).Settings[name] ?? "", "kv-*"));
    }

    [Fact]
    public async Task Queues_EachAndItsPoison_AreThere() => Assert.Equal(
        [.. Queues.All, .. Queues.All.Select(queue => $"{queue}-poison")],
        (await ByDefault.Value).NamesOf($"{Storage}/queueServices/queues"));

    [Fact]
    public async Task Scale_Default_NoInstanceIsBilledForWaiting()
    {
        var (scale, update) = ScaleOf(await ByDefault.Value);

        Assert.Equal("""{"instanceMemoryMB":2048,"maximumInstanceCount":40,"alwaysReady":[]}""", scale);
        Assert.Equal("""{"type":"RollingUpdate"}""", update);
    }

    [Fact]
    public async Task Scale_ParametersSet_ReachTheApp()
    {
        const string Ready = """[{"name":"http","instanceCount":1},{"name":"function:SendAlerts","instanceCount":2}]""";
        var (scale, update) = ScaleOf(await AllSet.Value);

        Assert.Equal($$"""{"instanceMemoryMB":512,"maximumInstanceCount":100,"alwaysReady":{{Ready}}}""", scale);
        Assert.Equal("""{"type":"Recreate"}""", update);
    }

    [Fact]
    public async Task Vault_PurgeProtection_IsMissingUnlessAskedFor()
    {
        Assert.Equal("null", Compact((await ByDefault.Value)[Vault].GetProperty("enablePurgeProtection")));
        Assert.Equal("true", Compact((await AllSet.Value)[Vault].GetProperty("enablePurgeProtection")));
    }

    [Fact]
    public void AlertRules_WordsThatTheyLookFor_AreLogged()
    {
        var words = MessageHas().Matches(RepositoryFile.Read("infra/modules/alerting.bicep"))
            .Select(match => match.Groups[1].Value)
            .ToList();
        var source = string.Concat(Directory
            .EnumerateFiles(RepositoryFile.PathOf("src/NewsAlerts"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText));

        Assert.NotEmpty(words);
        Assert.All(words, word => Assert.Contains(word, source, StringComparison.Ordinal));
    }

    private static (string Scale, string Update) ScaleOf(Deployment deployment)
    {
        var app = deployment["Microsoft.Web/sites"].GetProperty("functionAppConfig");
        return (Compact(app.GetProperty("scaleAndConcurrency")), Compact(app.GetProperty("siteUpdateStrategy")));
    }

    private static string Compact(JsonElement value) => JsonSerializer.Serialize(value);

    [GeneratedRegex("""%(?<name>[A-Z_]+)%|Setting = "(?<name>[A-Z_]+)";""")]
    private static partial Regex SettingRead();

    [GeneratedRegex("kv-[a-z0-9]+")]
    private static partial Regex HashInName();

    [GeneratedRegex("Message has \"([^\"]+)\"")]
    private static partial Regex MessageHas();
}
