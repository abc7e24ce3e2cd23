using NewsAlerts.AzureStorage;
using NewsAlerts.HostTests.Support;

namespace NewsAlerts.HostTests.Storage;

public sealed class StorageAccountTests
{
    private const string Key = "c2VjcmV0LXNlY3JldC1zZWNyZXQ=";

    [Theory]
    [InlineData("mynews", "https://mynews.blob.core.windows.net/", "https://mynews.queue.core.windows.net/")]
    [InlineData("https://mynews.blob.core.windows.net", "https://mynews.blob.core.windows.net/", "https://mynews.queue.core.windows.net/")]
    [InlineData("https://mynews.queue.core.usgovcloudapi.net/", "https://mynews.blob.core.usgovcloudapi.net/", "https://mynews.queue.core.usgovcloudapi.net/")]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10000/devstoreaccount1", "http://127.0.0.1:10001/devstoreaccount1")]
    [InlineData($"AccountName=mynews;AccountKey={Key}", "https://mynews.blob.core.windows.net/", "https://mynews.queue.core.windows.net/")]
    public void Parse_EveryForm_BothServices(string setting, string blobs, string queues)
    {
        var account = StorageAccount.Parse(setting);
        Assert.Equal(blobs, account.Blobs.Uri.ToString());
        Assert.Equal(queues, account.Queues.Uri.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Parse_Nothing_SaysWhatIsMissing(string? setting)
    {
        var e = Assert.Throws<FormatException>(() => StorageAccount.Parse(setting));
        Assert.StartsWith("AlertsStorage is not set in the environment: it is a connection string", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"AccountName=mynews;AccountKey={Key}!")]
    [InlineData($"AccountKey={Key}")]
    [InlineData($"https://mynews.blob.core.windows.net?sv=2024&sig={Key}")]
    [InlineData($"http://mynews.blob.core.windows.net/{Key}")]
    [InlineData($"My.News {Key}")]
    public void Parse_SomethingElse_SaysSoAndNeverRepeatsIt(string setting)
    {
        var e = Assert.Throws<FormatException>(() => StorageAccount.Parse(setting));
        Assert.StartsWith("AlertsStorage is set in the environment, but cannot be read", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_SettingIsMissing_RefusedNamingIt()
    {
        var token = TestContext.Current.CancellationToken;
        await using var program = BuiltProgram.Start([(StorageAccount.Setting, "")], "alerts.dll", "replay", "--storage", "azure");
        Assert.Equal(2, await program.WaitAsync(token));
        Assert.Contains("AlertsStorage is not set in the environment", program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_AccountCannotBeReached_OneSentenceWithoutTheKey()
    {
        var token = TestContext.Current.CancellationToken;
        var account = $"AccountName=mynews;AccountKey={Key};BlobEndpoint=http://127.0.0.1:1/mynews;QueueEndpoint=http://127.0.0.1:1/mynews";
        await using var program = BuiltProgram.Start([(StorageAccount.Setting, account)], "alerts.dll", "replay", "--storage", "azure");
        Assert.Equal(1, await program.WaitAsync(token));
        Assert.StartsWith("alerts: the storage account cannot be used: nothing answers (", program.Error, StringComparison.Ordinal);
        Assert.Single(program.Error.Trim().Split('\n'));
        Assert.DoesNotContain(Key, program.Error, StringComparison.Ordinal);
    }
}
