using System.Net;
using System.Net.Sockets;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Local.Running;

namespace NewsAlerts.HostTests.EndToEnd;

/// <summary>Where <c>alerts run --listen</c> listens, and what it says where it cannot.</summary>
public class ListenTests
{
    private const string Configuration = """
        settings: { contact: ops@example.org }
        feeds: [{ url: 'http://127.0.0.1:9/feed.xml' }]
        rules: [{ name: News, when: news, notify: [me] }]
        destinations: [{ name: me, type: email, to: me@example.org }]
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://127.0.0.1:8080", "127.0.0.1", 8080)]
    [InlineData("http://[::1]:8080", "::1", 8080)]
    [InlineData("http://0.0.0.0:0", "0.0.0.0", 0)]
    [InlineData("http://[::]", "::", 80)]
    public async Task Resolve_Literal_ThatAddress(string listen, string address, int port)
    {
        var resolved = await ListenAddress.ResolveAsync(new Uri(listen), Token);

        Assert.Equal(IPAddress.Parse(address), Assert.Single(resolved.Addresses));
        Assert.Equal(port, resolved.Port);
    }

    [Theory]
    [InlineData("http://localhost:8080")]
    [InlineData("http://localhost:0")]
    public async Task Resolve_Name_ItsAddressesAlone(string listen)
    {
        var resolved = await ListenAddress.ResolveAsync(new Uri(listen), Token);

        Assert.NotEmpty(resolved.Addresses);
        Assert.All(resolved.Addresses, address => Assert.True(IPAddress.IsLoopback(address), address.ToString()));
    }

    [Fact]
    public async Task Resolve_NameLongerThanAnyCanBe_DoesNotResolve()
    {
        var listen = new Uri($"http://{string.Concat(Enumerable.Repeat("aaaaaaaa.", 40))}invalid:8080");

        var failed = await Assert.ThrowsAsync<ListenException>(() => ListenAddress.ResolveAsync(listen, Token));

        Assert.Equal($"{listen.IdnHost} does not resolve to an address", failed.Message);
    }

    [Theory]
    [InlineData("http://192.0.2.1:8080", "192.0.2.1:8080 is no address of this machine")]
    [InlineData("http://[2001:db8::1]:8080", "[2001:db8::1]:8080 is no address of this machine")]
    [InlineData("http://alerts.invalid:8080", "alerts.invalid does not resolve to an address")]
    public async Task Run_ListenWhereNothingCanBeBound_OneLineAndExitCode2(string listen, string reason)
    {
        var ended = await ListenAsync(listen);

        Assert.Equal((2, $"alerts: --listen: {reason}\n"), (ended.ExitCode, ended.Error));
        Assert.Equal("", ended.Output);
    }

    [Fact]
    public async Task Run_ListenAtAPortThatIsInUse_OneLineAndExitCode2()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var ended = await ListenAsync($"http://127.0.0.1:{port}");

        Assert.Equal((2, $"alerts: --listen: 127.0.0.1:{port} is in use by another program\n"), (ended.ExitCode, ended.Error));
    }

    private static async Task<Ended> ListenAsync(string listen)
    {
        using var installation = new Installation(Configuration);
        await using var program = installation.Run("--listen", listen);
        return new Ended(await program.WaitAsync(Token), program.Output, program.Error);
    }
}
