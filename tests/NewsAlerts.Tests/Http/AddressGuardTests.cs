using System.Net;
using NewsAlerts.Http;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Http;

public class AddressGuardTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task Connect_PrivateHost_RefusedBeforeAnyRequest(string host)
    {
        await using var server = await LocalServer.StartAsync(200);
        using var client = OutgoingHttp.CreateClient(new AddressGuard(() => []), DecompressionMethods.All);

        var refused = await Assert.ThrowsAsync<HttpRequestException>(
            () => client.GetAsync(At(server, host), TestContext.Current.CancellationToken));

        Assert.Contains("private address", refused.Message, StringComparison.Ordinal);
        Assert.Contains("allowPrivate", refused.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("localhost", "LocalHost")]
    public async Task Connect_PrivateHostThatIsAllowed_Connects(string host, string allowed)
    {
        await using var server = await LocalServer.StartAsync(200);
        using var client = OutgoingHttp.CreateClient(new AddressGuard(() => [allowed]), DecompressionMethods.All);

        var answer = await client.GetAsync(At(server, host), TestContext.Current.CancellationToken);

        Assert.True(answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Connect_AnotherNameOfAnAllowedAddress_Refused()
    {
        await using var server = await LocalServer.StartAsync(200);
        using var client = OutgoingHttp.CreateClient(new AddressGuard(() => ["127.0.0.1"]), DecompressionMethods.All);

        await Assert.ThrowsAsync<HttpRequestException>(
            () => client.GetAsync(At(server, "localhost"), TestContext.Current.CancellationToken));
    }

    private static Uri At(LocalServer server, string host) => new UriBuilder(server.Address) { Host = host }.Uri;
}
