using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using NewsAlerts.HostTests.Azurite;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Subscriptions;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.HostTests.FunctionsApp;

/// <summary>The pages of the built Functions app, over HTTP.</summary>
public sealed partial class AppPagesTests(AzuriteFixture azurite)
{
    private const string PublicUrl = "https://alerts.example.org";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task App_FormToConfirmation_ThePersonIsSubscribed()
    {
        await using var smtp = new LocalSmtpServer();
        using var installation = await azurite.InstallAsync(Place.Functions, Configuration(smtp));
        await using var app = await installation.StartAppAsync(Token);
        using var client = Client(app, IPAddress.Loopback);

        using var root = await client.GetAsync(new Uri("/", UriKind.Relative), Token);
        Assert.Equal((HttpStatusCode.SeeOther, "/subscriptions"), (root.StatusCode, root.Headers.Location?.OriginalString.Replace(PublicUrl, "", StringComparison.Ordinal)));
        using var form = await client.GetAsync(new Uri("/subscriptions", UriKind.Relative), Token);
        Assert.Equal((HttpStatusCode.OK, "text/html"), (form.StatusCode, form.Content.Headers.ContentType?.MediaType));
        Assert.Contains("frame-ancestors 'none'", form.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(form.Headers.Contains("Server"));

        using var fields = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["address"] = "ada@example.org",
            ["query"] = "Lavrov AND Taiwan",
            ["send"] = "immediate",
            ["timeZone"] = "UTC",
            ["language"] = "en",
        });
        using var asked = await client.PostAsync(new Uri("/subscriptions", UriKind.Relative), fields, Token);
        Assert.Contains(asked.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.Accepted, HttpStatusCode.SeeOther });
        await Eventually.TrueAsync(() => smtp.Mails.Count == 1, Token);
        var link = Link().Match(smtp.Mails.Single().Part("text/plain")).Value;
        using var page = await client.GetAsync(Relative(link), Token);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var confirmed = await client.PostAsync(Relative(link), content: null, Token);
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);

        var subscriber = await new Subscribers(installation.Place.Documents, TimeProvider.System)
            .FindAsync(SubscriberId.Of("ada@example.org"), Token);
        Assert.Equal("Lavrov AND Taiwan", Assert.Single(subscriber?.Subscriptions ?? []).Query);
    }

    [Fact]
    public async Task App_ManyRequestsOfOneCaller_LimitedByWhoCallsAndNotByWhatItClaims()
    {
        await using var smtp = new LocalSmtpServer();
        using var installation = await azurite.InstallAsync(Place.Functions, Configuration(smtp));
        await using var app = await installation.StartAppAsync(Token);
        using var one = Client(app, IPAddress.Loopback);
        using var another = Client(app, IPAddress.Parse("127.0.0.2"));

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 11; i++)
        {
            statuses.Add(await AskAsync(one, claims: $"203.0.113.{i}"));
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.Accepted, 10), HttpStatusCode.TooManyRequests], statuses);
        Assert.Equal(HttpStatusCode.Accepted, await AskAsync(another, claims: "203.0.113.1"));
    }

    [Fact]
    public async Task App_BodyThatIsTooLarge_RefusedAsByTheLocalProgram()
    {
        await using var smtp = new LocalSmtpServer();
        using var installation = await azurite.InstallAsync(Place.Functions, Configuration(smtp));
        await using var app = await installation.StartAppAsync(Token);
        using var client = Client(app, IPAddress.Loopback);

        using var answer = await client.PostAsync(
            new Uri("/subscriptions", UriKind.Relative), new StringContent(new string('x', 1_000_000)), Token);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient client, string claims)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/subscriptions")
        {
            Content = JsonContent.Create(new { address = "ada@example.org", query = "Lavrov AND Taiwan" }),
        };
        message.Headers.Add("X-Forwarded-For", claims);
        using var answer = await client.SendAsync(message, Token);
        return answer.StatusCode;
    }

    /// <summary>A client that calls from one of this machine's own addresses.</summary>
    private static HttpClient Client(FunctionsHost app, IPAddress from) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(from, 0));
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = app.Address,
    };

    private static Uri Relative(string link) => new(link.Replace(PublicUrl, "", StringComparison.Ordinal), UriKind.Relative);

    private static string Configuration(LocalSmtpServer smtp) => $$"""
        settings:
          contact: ops@example.org
          publicUrl: {{PublicUrl}}
          signingKey: MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=
          smtp: { host: 127.0.0.1, port: {{smtp.Port}}, security: none, from: News alerts <alerts@example.org> }
        """;

    [GeneratedRegex(@"https://alerts\.example\.org/\S+")]
    private static partial Regex Link();
}
