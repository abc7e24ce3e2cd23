using System.Diagnostics.CodeAnalysis;
using Azure.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.AzureStorage;
using NewsAlerts.HostTests.Azurite;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Local.Storage;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.HostTests.Storage;

/// <summary>What a storage that does not let us says, and what a person is told: one line, with where to mend it.</summary>
public sealed class StorageFaultTests(AzuriteFixture azurite)
{
    private const string Key = "c2VjcmV0LXNlY3JldC1zZWNyZXQ=";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // The answers that the service documents: learn.microsoft.com, "Status and error codes" of its REST API.
    [Theory]
    [InlineData(403, "AuthenticationFailed", StorageProblem.Identity, "copy the connection string anew")]
    [InlineData(403, "AuthorizationPermissionMismatch", StorageProblem.Permission, "the role Storage Blob Data Contributor is missing")]
    [InlineData(403, "InsufficientAccountPermissions", StorageProblem.Permission, "must be allowed to read, write, list and delete")]
    [InlineData(403, "AuthorizationServiceMismatch", StorageProblem.Permission, "it needs blobs and queues")]
    [InlineData(403, "KeyBasedAuthenticationNotPermitted", StorageProblem.Permission, "the account takes no keys")]
    [InlineData(403, "AuthorizationFailure", StorageProblem.Network, "its firewall does not let this network in")]
    [InlineData(403, "AccountIsDisabled", StorageProblem.Disabled, "the account is turned off")]
    [InlineData(403, "SomethingNew", StorageProblem.Permission, "see its role")]
    [InlineData(409, "ContainerBeingDeleted", StorageProblem.Busy, "everything is tried again")]
    [InlineData(507, "InsufficientStorage", StorageProblem.Full, "there is no room left")]
    [InlineData(400, "OutOfRangeInput", StorageProblem.Refused, "it answered 400 OutOfRangeInput")]
    public async Task AnyCall_Refused_OneLineThatSaysWhereToMendIt(int status, string error, string code, string words)
    {
        await using var server = await RefuseAsync(status, error);
        var documents = Open(server).GetRequiredService<IDocumentStore>();

        var e = await Assert.ThrowsAsync<StorageUnavailableException>(() => documents.ReadAsync("one", Token));

        AssertSays(e, code, words);
        Assert.Equal(code != StorageProblem.Refused, e.IsOutage);
    }

    [Fact]
    public async Task Queues_RoleIsMissing_ThatOfQueuesIsNamed()
    {
        await using var server = await RefuseAsync(403, "AuthorizationPermissionMismatch");
        var queues = Open(server).GetRequiredService<IMessageQueue>();

        var e = await Assert.ThrowsAsync<StorageUnavailableException>(() => queues.ReceiveAsync("work", 1, TimeSpan.FromMinutes(1), Token));

        AssertSays(e, StorageProblem.Permission, "the role Storage Queue Data Contributor is missing");
    }

    [Fact]
    public async Task AnyCall_BusyForLong_SaidAfterTheClientsTries()
    {
        await using var server = await RefuseAsync(503, "ServerBusy");
        var e = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => Open(server).GetRequiredService<IDocumentStore>().ReadAsync("one", Token));
        AssertSays(e, StorageProblem.Busy, "it has too much to do");
        Assert.True(server.Requests.Count > 1);
    }

    [Fact]
    public void Of_NameThatDoesNotExist_SaysSo()
    {
        var socket = new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound);
        var failed = new Azure.RequestFailedException("Name or service not known (mynews.blob.core.windows.net:443)", new HttpRequestException("no", socket));

        var fault = StorageFault.Of(new AggregateException("Retry failed after 6 tries.", failed), "Blob");

        Assert.Equal(StorageProblem.Unreachable, fault.Code);
        Assert.StartsWith("its name is not found (Name or service not known (mynews.blob.core.windows.net:443))", fault.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NobodySignedIn_SaysHow()
    {
        var fault = StorageFault.Of(new CredentialUnavailableException("No credential\nand much more"), "Blob");

        Assert.Equal(StorageProblem.Identity, fault.Code);
        Assert.StartsWith("nobody could be signed in (No credential): give the app a managed identity", fault.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddAzureStorage_SettingCannotBeRead_EveryCallSaysSo()
    {
        await using var services = new ServiceCollection()
            .AddAzureStorage(() => StorageAccount.Parse($"AccountName=My News;{Key}"))
            .BuildServiceProvider();

        var read = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => services.GetRequiredService<IDocumentStore>().ReadAsync("one", Token));
        var send = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => services.GetRequiredService<IMessageQueue>().SendAsync("work", default, TimeSpan.Zero, Token));

        AssertSays(read, StorageProblem.Setting, "AlertsStorage is set in the environment, but cannot be read");
        Assert.Equal(read.Message, send.Message);
    }

    [Fact]
    public async Task Send_QueueIsGone_MadeAnew()
    {
        var account = await azurite.NewAccountAsync();
        var queues = account.Open().GetRequiredService<IMessageQueue>();
        await queues.SendAsync("work", default, TimeSpan.Zero, Token);
        await StorageAccount.Parse(account.ConnectionString).Queues.DeleteQueueAsync("test-work", Token);

        Assert.Empty(await queues.ReceiveAsync("work", 1, TimeSpan.FromMinutes(1), Token));
        await queues.SendAsync("work", default, TimeSpan.Zero, Token);

        Assert.Single(await queues.ReceiveAsync("work", 1, TimeSpan.FromMinutes(1), Token));
    }

    /// <summary>The same line where a person looks, and the exit code of what failed.</summary>
    [Theory]
    [InlineData("status")]
    [InlineData("run --once")]
    public async Task Program_RoleIsMissing_SaysSoInOneLine(string command)
    {
        await using var server = await RefuseAsync(403, "AuthorizationPermissionMismatch");
        using var installation = new Installation("""
            settings: { contact: ops@example.org }
            feeds: [{ url: "https://news.example.org/feed.xml" }]
            rules: [{ name: news, when: news, notify: [desk] }]
            destinations: [{ name: desk, type: webhook, url: "https://desk.example.org/" }]
            """);
        await using var program = BuiltProgram.Start(
            [(StorageAccount.Setting, Setting(server))],
            "alerts.dll",
            [.. command.Split(' '), "--config", installation.Config, "--storage", "azure"]);

        Assert.Equal(1, await program.WaitAsync(Token));
        Assert.Contains("alerts: the storage account cannot be used: it answered 403 AuthorizationPermissionMismatch: the role Storage", program.Error, StringComparison.Ordinal);
        Assert.Single(program.Error.Trim().Split('\n'));
        Assert.DoesNotContain(Key, program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void IsFull_DiskWithoutRoom_IsToldAsOne()
    {
        if (!File.Exists("/dev/full"))
        {
            Assert.Skip("only Linux has a device that is always full");
        }

        var e = Assert.ThrowsAny<IOException>(() => File.WriteAllText("/dev/full", "much"));

        Assert.True(DiskFault.IsFull(e));
        var told = DiskFault.OutOfRoom("/data", e);
        AssertSays(told, StorageProblem.Full, "there is no room left for /data: make room on its disk");
        Assert.False(DiskFault.IsFull(told));
        Assert.False(DiskFault.IsFull(new FileNotFoundException()));
    }

    private static void AssertSays(StorageUnavailableException e, string code, string words)
    {
        Assert.Equal(code, e.Code);
        Assert.Contains(words, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
        Assert.DoesNotContain(Key, e.ToString(), StringComparison.Ordinal);
    }

    private static Task<LocalServer> RefuseAsync(int status, string error) => LocalServer.StartAsync(async context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers["x-ms-error-code"] = error;
        context.Response.ContentType = "application/xml";
        if (context.Request.Method != "HEAD")
        {
            await context.Response.WriteAsync($"<?xml version='1.0'?><Error><Code>{error}</Code><Message>This request is refused.\nRequestId:1\nTime:now</Message></Error>");
        }
    });

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "It holds nothing but clients without state.")]
    private static ServiceProvider Open(LocalServer server) => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddAzureStorage(StorageAccount.Parse(Setting(server)))
        .BuildServiceProvider();

    private static string Setting(LocalServer server) =>
        $"AccountName=mynews;AccountKey={Key};BlobEndpoint={server.Address}mynews;QueueEndpoint={server.Address}mynews";
}
