using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using NewsAlerts.HostTests.Support;

namespace NewsAlerts.HostTests.EndToEnd;

/// <summary>The pages of the built program, over HTTP.</summary>
public sealed class SubscriptionPagesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_PagesBehindAWebServer_LimitedByWhoeverCallsIt()
    {
        var address = FreeAddress();
        using var installation = new Installation(Configuration(address));
        using var client = new HttpClient();
        await using var program = installation.Run("--listen", address);
        await Eventually.TrueAsync(() => program.Output.Contains(address, StringComparison.Ordinal), Token);

        var page = await client.GetAsync(new Uri($"{address}/subscriptions"), Token);
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Contains("frame-ancestors 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 11; i++)
        {
            statuses.Add(await AskAsync(client, address, "203.0.113.1, 198.51.100.7"));
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.Accepted, 10), HttpStatusCode.TooManyRequests], statuses);
        Assert.Equal(HttpStatusCode.Accepted, await AskAsync(client, address, "198.51.100.8"));
        Assert.DoesNotContain("ada@example.org", program.Output + program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_CallerThatIsNoTrustedProxy_IsNotBelieved()
    {
        var address = FreeAddress();
        using var installation = new Installation(Configuration(address).Replace(
            "contact:", "trustedProxies: [10.0.0.0/8]\n  contact:", StringComparison.Ordinal));
        using var client = new HttpClient();
        await using var program = installation.Run("--listen", address);
        await Eventually.TrueAsync(() => program.Output.Contains(address, StringComparison.Ordinal), Token);

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 200; i++)
        {
            statuses.Add(await AskAsync(client, address, $"198.51.100.{i}"));
        }

        Assert.Equal(10, statuses.Count(status => status == HttpStatusCode.Accepted));
        Assert.Equal(190, statuses.Count(status => status == HttpStatusCode.TooManyRequests));
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient client, string address, string forwardedFor)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, $"{address}/subscriptions")
        {
            Content = JsonContent.Create(new { address = "ada@example.org", query = "Lavrov AND Taiwan" }),
        };
        message.Headers.Add("X-Forwarded-For", forwardedFor);
        using var answer = await client.SendAsync(message, Token);
        return answer.StatusCode;
    }

    // The port may be taken by another before the program has it; then the test fails, and says so.
    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://{listener.LocalEndpoint}";
    }

    private static string Configuration(string address) => $$"""
        settings:
          contact: ops@example.org
          publicUrl: '{{address}}'
          signingKey: MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=
          smtp: { host: 127.0.0.1, port: 1, security: none, from: News alerts <alerts@example.org> }
        """;
}
