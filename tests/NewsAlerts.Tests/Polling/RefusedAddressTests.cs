using System.Net;
using NewsAlerts.Http;
using NewsAlerts.Polling.Asking;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Polling;

/// <summary>Nothing inside the network is reached through us: every class of address is refused when the socket connects.</summary>
public class RefusedAddressTests
{
    public static TheoryData<string> Hosts =>
    [
        "127.0.0.2",                // loopback
        "localhost",                // loopback, by a name
        "2852039166",               // link-local and metadata, as one number
        "169.254.169.254",          // metadata of the clouds
        "10.0.0.1",                 // private
        "172.16.0.1",
        "192.168.0.1",
        "100.64.0.1",               // carrier-grade NAT
        "0.0.0.0",                  // this host
        "224.0.0.1",                // multicast
        "255.255.255.255",          // broadcast
        "[::1]",                    // loopback
        "[::]",
        "[fe80::1]",                // link-local
        "[fd00:ec2::254]",          // unique local, and metadata of a cloud
        "[ff02::1]",                // multicast
        "[::ffff:10.0.0.1]",        // IPv4-mapped
        "[::ffff:169.254.169.254]",
        "[64:ff9b::7f00:1]",        // IPv4 behind NAT64
        "[2002:7f00:1::]",          // IPv4 in 6to4
    ];

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Fetch_Host_Refused(string host) => Assert.Contains("private address", await ErrorAsync($"http://{host}:9/"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Fetch_HostAfterRedirects_Refused(string host)
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Response.Redirect(context.Request.Path == "/" ? "/again" : $"http://{host}:9/");
            return Task.CompletedTask;
        });

        Assert.Contains("private address", await ErrorAsync(server.Address.AbsoluteUri), StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    private static async Task<string> ErrorAsync(string url)
    {
        using var http = OutgoingHttp.CreateClient(new AddressGuard(() => ["127.0.0.1"]), DecompressionMethods.All);
        var fetched = await new FeedClient(http, TimeProvider.System, () => null)
            .FetchAsync(new FeedRequest(url), TestContext.Current.CancellationToken);
        return fetched.Error ?? "";
    }
}
