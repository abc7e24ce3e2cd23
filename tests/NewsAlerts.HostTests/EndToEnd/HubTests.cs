using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using NewsAlerts.HostTests.Azurite;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Web.Pages;

namespace NewsAlerts.HostTests.EndToEnd;

/// <summary>The built program, a feed with a hub, and the hub's calls over HTTP.</summary>
public sealed class HubTests(AzuriteFixture azurite)
{
    private static readonly NewsItem Old = new("Old news", "https://news.example.org/1");
    private static readonly NewsItem Announced = new("Good news", "https://news.example.org/2");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryPlace]
    public async Task Run_FeedWithAHub_SubscribedVerifiedAndToldWithoutAPoll(Place place)
    {
        await using var web = await LocalWeb.StartAsync();
        web.Answer("/feed.xml", context =>
        {
            context.Response.Headers.Link = $"<{web["/hub"]}>; rel=hub, <{web["/feed.xml"]}>; rel=self";
            return context.Response.WriteAsync(NewsItem.ToRss([Old]));
        });
        web.Answer("/hub", StatusCodes.Status202Accepted);
        web.Answer("/hook", StatusCodes.Status204NoContent);
        var address = FreeAddress();
        using var installation = await azurite.InstallAsync(place, Configuration(web, address));
        using var client = new HttpClient();

        await using var program = installation.Run("--listen", address);
        await Eventually.TrueAsync(() => web.RequestsTo("/hub").Count > 0, Token);
        var asked = FormValues.Parse(web.RequestsTo("/hub")[0].Body);
        var callback = asked["hub.callback"] ?? "";
        Assert.StartsWith(address, callback, StringComparison.Ordinal);

        var confirmation = await client.GetAsync(
            new Uri($"{callback}?hub.mode=subscribe&hub.topic={Uri.EscapeDataString(asked["hub.topic"] ?? "")}&hub.challenge=xyz&hub.lease_seconds=3600"), Token);
        Assert.Equal("xyz", await confirmation.Content.ReadAsStringAsync(Token));
        Assert.Equal("same-origin", confirmation.Headers.GetValues("Referrer-Policy").Single());

        var body = Encoding.UTF8.GetBytes(NewsItem.ToRss([Announced]));
        Assert.Equal(HttpStatusCode.Accepted, await AnnounceAsync(client, callback, body, "0000"));
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(asked["hub.secret"] ?? ""), body));
        Assert.Equal(HttpStatusCode.Accepted, await AnnounceAsync(client, callback, body, signature));
        await Eventually.TrueAsync(() => web.RequestsTo("/hook").Count > 0, Token);

        Assert.Equal([Announced.Title], web.RequestsTo("/hook").SelectMany(request => request.Titles()));
        Assert.Equal(HttpStatusCode.Gone, await AnnounceAsync(client, callback + "0", body, signature));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(address), Token)).StatusCode);
        Assert.DoesNotContain(callback, program.Output + program.Error, StringComparison.Ordinal);

        var status = await installation.StatusAsync(Token);
        Assert.Contains("Announced by hubs, and polled less: The wire", status.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--listen takes an http address: a web server before it speaks https.", "--listen", "https://127.0.0.1:8443")]
    [InlineData("--listen takes an address such as http://127.0.0.1:8080, not \"8080\".", "--listen", "8080")]
    [InlineData("--listen is for a run that goes on: leave out --once.", "--listen", "http://127.0.0.1:0", "--once")]
    public async Task Run_WrongListen_IsRefused(string error, params string[] options)
    {
        await using var program = BuiltProgram.Start("alerts.dll", ["run", .. options]);

        Assert.Equal(2, await program.WaitAsync(Token));
        Assert.Contains(error, program.Error, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> AnnounceAsync(HttpClient client, string callback, byte[] body, string signature)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, callback) { Content = new ByteArrayContent(body) };
        message.Content.Headers.ContentType = new("application/rss+xml");
        message.Headers.Add("X-Hub-Signature", $"sha256={signature}");
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

    private static string Configuration(LocalWeb web, string address) => $$"""
        settings: { contact: ops@example.org, allowPrivate: [127.0.0.1], publicUrl: '{{address}}' }
        feeds:
          - { url: '{{web["/feed.xml"]}}', name: The wire, every: 1s }
        rules:
          - { name: Good, when: good, notify: [desk] }
        destinations:
          - { name: desk, type: webhook, url: '{{web["/hook"]}}' }
        """;
}
