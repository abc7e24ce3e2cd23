using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Web;
using Microsoft.AspNetCore.Http;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Email;
using NewsAlerts.Channels.Email.OAuth2;
using NewsAlerts.Http;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Channels.Email.OAuth2;

/// <summary>A mail server that takes access tokens alone, and an endpoint that gives them for a refresh token.</summary>
public sealed class TokenLoginTests : IAsyncDisposable
{
    private const string Mailbox = "news@example.org";
    private const string ClientSecret = "the-client-secret-1";
    private const string Configured = "the-refresh-token-1";

    private readonly ManualTime _time = new();
    private readonly MemoryDocuments _documents = new();
    private readonly LocalSmtpServer _smtp;
    private readonly ConcurrentDictionary<string, bool> _valid = new();
    private readonly ConcurrentQueue<IReadOnlyDictionary<string, string>> _asked = new();

    public TokenLoginTests() => _smtp = new LocalSmtpServer { Offers = ["AUTH XOAUTH2"], Reply = Reply };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What the endpoint answers; by default a new access token each time.</summary>
    private Func<IReadOnlyDictionary<string, string>, (int Status, string Json)> Answer { get; set; } = _ => (400, "{}");

    [Fact]
    public async Task SendAsync_TokenFromTheEndpoint_LogsInAsTheMailbox()
    {
        await using var endpoint = await EndpointAsync();
        Answer = fields => (200, Token("token-one", 3600));

        Assert.Equal(new DeliveryResult(DeliveryOutcome.Delivered, "Accepted by 127.0.0.1.", 250), await SendAsync(Transport(endpoint)));

        var fields = Assert.Single(_asked);
        Assert.Equal(("refresh_token", Configured), (fields["grant_type"], fields["refresh_token"]));
        Assert.Equal(("client", ClientSecret, "mail"), (fields["client_id"], fields["client_secret"], fields["scope"]));
        Assert.Contains($"AUTH XOAUTH2 {Response("token-one")}", _smtp.Commands);
    }

    [Fact]
    public async Task SendAsync_TokenThatIsStillGood_IsAskedForOnce()
    {
        await using var endpoint = await EndpointAsync();
        Answer = _ => (200, Token($"token-{_asked.Count}", 3600));
        var transport = Transport(endpoint);

        await SendAsync(transport);
        _time.Advance(TimeSpan.FromMinutes(54));
        await SendAsync(transport);
        Assert.Single(_asked);

        _time.Advance(TimeSpan.FromMinutes(2));
        await SendAsync(transport);
        Assert.Equal(2, _asked.Count);
        Assert.Equal(3, _smtp.Mails.Count);
    }

    [Fact]
    public async Task SendAsync_KeptTokenThatIsWithdrawn_GetsANewOneOnce()
    {
        await using var endpoint = await EndpointAsync();
        Answer = _ => (200, Token($"token-{_asked.Count}", 3600));
        var transport = Transport(endpoint);
        await SendAsync(transport);
        _time.Advance(TimeSpan.FromMinutes(10));
        _valid.Clear();

        var result = await SendAsync(transport);

        Assert.Equal(DeliveryOutcome.Delivered, result.Outcome);
        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public async Task SendAsync_ServerThatRefusesANewToken_ShowsItsReply()
    {
        await using var endpoint = await EndpointAsync();
        Answer = _ => (200, """{ "access_token": "never-registered", "expires_in": "3600" }""");

        var result = await SendAsync(Transport(endpoint));

        Assert.Equal((DeliveryOutcome.SenderAtFault, 535), (result.Outcome, result.Status));
        Assert.Equal(
            "127.0.0.1: the login is refused (smtp: user, auth: oauth2): 535: 5.7.3 Authentication unsuccessful, you sent AUTH XOAUTH2 (redacted)", result.Reason);
        Assert.Single(_asked);
    }

    [Theory]
    [InlineData(400, """{ "error": "invalid_grant", "error_description": "Token the-refresh-token-1 has been revoked" }""", "answered 400, invalid_grant: Token (redacted) has been revoked")]
    [InlineData(401, """{ "error": "invalid_client" }""", "answered 401, invalid_client: it says no more")]
    [InlineData(503, "<html>the-client-secret-1</html>", "answered 503, no access token")]
    [InlineData(200, """{ "access_token": "a\r\nRSET" }""", "answered 200, no access token")]
    [InlineData(200, "[]", "answered 200, no access token")]
    public async Task SendAsync_EndpointRefuses_SaysWhyWithoutSecrets(int status, string json, string expected)
    {
        await using var endpoint = await EndpointAsync();
        Answer = _ => (status, json);

        var result = await SendAsync(Transport(endpoint));

        Assert.Equal(
            new DeliveryResult(DeliveryOutcome.SenderAtFault, $"127.0.0.1: there is no access token to log in with: 127.0.0.1 {expected}"), result);
        Assert.Empty(_smtp.Mails);
        Assert.DoesNotContain(_smtp.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SendAsync_NoEndpoint_SaysSo()
    {
        var endpoint = await EndpointAsync();
        var transport = Transport(endpoint);
        await endpoint.DisposeAsync();

        var result = await SendAsync(transport);

        Assert.Equal(DeliveryOutcome.SenderAtFault, result.Outcome);
        Assert.Contains("127.0.0.1 cannot be asked: ", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_RotatedRefreshToken_IsUsedUntilTheConfiguredOneChanges()
    {
        await using var endpoint = await EndpointAsync();
        Answer = fields => fields["refresh_token"] switch
        {
            Configured => (200, Token("token-a", 600, "rotated-token-2")),
            "rotated-token-2" => (200, Token("token-b", 600, "rotated-token-3")),
            "the-refresh-token-9" => (200, Token("token-c", 600)),
            _ => (400, """{ "error": "invalid_grant" }"""),
        };

        await SendAsync(Transport(endpoint));
        // Another process, on the same storage.
        await SendAsync(Transport(endpoint));
        var third = await SendAsync(Transport(endpoint));
        var fourth = await SendAsync(Transport(endpoint, "the-refresh-token-9"));

        Assert.Equal([Configured, "rotated-token-2", "rotated-token-3", "the-refresh-token-9"], _asked.Select(fields => fields["refresh_token"]));
        Assert.Contains("invalid_grant", third.Reason, StringComparison.Ordinal);
        Assert.Equal(DeliveryOutcome.Delivered, fourth.Outcome);
        var kept = await _documents.ReadAsync(RotatedTokens.Name, Cancellation);
        var written = Encoding.UTF8.GetString((kept?.Content ?? default).Span);
        Assert.Contains("rotated-token-3", written, StringComparison.Ordinal);
        Assert.DoesNotContain(Configured, written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_KeptTokenCannotBeRead_UsesTheConfiguredOne()
    {
        await using var endpoint = await EndpointAsync();
        Answer = _ => (200, Token("token-a", 600, "rotated-token-2"));
        await _documents.WriteAsync(RotatedTokens.Name, new byte[40], NewsAlerts.Storage.WriteCondition.None, metadata: null, Cancellation);

        Assert.Equal(DeliveryOutcome.Delivered, (await SendAsync(Transport(endpoint))).Outcome);
        Assert.Equal(Configured, Assert.Single(_asked)["refresh_token"]);
    }

    [Fact]
    public async Task SendAsync_StorageThatTakesNothingAtFirst_LosesNoRotatedToken()
    {
        await using var endpoint = await EndpointAsync();
        Answer = fields => fields["refresh_token"] == Configured
            ? (200, Token("token-a", 60, "rotated-token-2"))
            : (200, Token("token-b", 60));
        var failing = true;
        var documents = new MemoryDocuments(_ => { if (failing) { throw new IOException("full"); } });
        var transport = Transport(endpoint, documents: documents);

        var first = await SendAsync(transport);
        failing = false;
        var second = await SendAsync(transport);

        Assert.EndsWith("the refresh token that 127.0.0.1 gave cannot be kept, so that nothing is sent: full", first.Reason, StringComparison.Ordinal);
        Assert.Equal([DeliveryOutcome.SenderAtFault, DeliveryOutcome.Delivered], [first.Outcome, second.Outcome]);
        Assert.Equal([Configured, "rotated-token-2"], _asked.Select(fields => fields["refresh_token"]));
    }

    [Fact]
    public async Task SendAsync_LoginThatNobodyServes_SaysSo()
    {
        await using var transport = Mail.Transport(Mail.Settings(_smtp) with { OAuth2 = new EntraLogin() });

        var result = await SendAsync(transport);

        Assert.Equal(DeliveryOutcome.SenderAtFault, result.Outcome);
        Assert.Contains("no way to get an access token of that kind", result.Reason, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _smtp.DisposeAsync();

    private static string Response(string token) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"user={Mailbox}\u0001auth=Bearer {token}\u0001\u0001"));

    private string Token(string token, int seconds, string? refreshToken = null)
    {
        _valid[Response(token)] = true;
        var rotated = refreshToken is null ? "" : $""", "refresh_token": "{refreshToken}" """;
        return $$"""{ "token_type": "Bearer", "access_token": "{{token}}", "expires_in": {{seconds}}{{rotated}} }""";
    }

    private string? Reply(string line) => line switch
    {
        "" => $"535 5.7.3 Authentication unsuccessful, you sent {_smtp.Commands.Last(command => command.StartsWith("AUTH", StringComparison.Ordinal))}",
        _ when line.StartsWith("AUTH", StringComparison.Ordinal) && !_valid.ContainsKey(line.Split(' ')[^1]) => "334 eyJzdGF0dXMiOiI0MDEifQ==",
        _ => null,
    };

    private async Task<LocalServer> EndpointAsync()
    {
        LocalServer? server = null;
        server = await LocalServer.StartAsync(async context =>
        {
            var form = HttpUtility.ParseQueryString(Encoding.UTF8.GetString(server?.Requests[^1].Body ?? []));
            var fields = form.AllKeys.OfType<string>().ToDictionary(key => key, key => form[key] ?? "");
            _asked.Enqueue(fields);
            var (status, json) = Answer(fields);
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(json, Cancellation);
        });
        return server;
    }

    private SmtpTransport Transport(LocalServer endpoint, string refreshToken = Configured, MemoryDocuments? documents = null)
    {
        var settings = Mail.Settings(_smtp) with
        {
            From = $"News <{Mailbox}>",
            OAuth2 = new RefreshTokenLogin
            {
                TokenUrl = new Uri(endpoint.Address, "token"),
                ClientId = "client",
                ClientSecret = new Secret(ClientSecret),
                RefreshToken = new Secret(refreshToken),
                Scope = "mail",
            },
        };
        var client = OutgoingHttp.CreateClient(AddressGuard.None, DecompressionMethods.None);
        return Mail.Transport(settings, _time, trusted: null, new RefreshTokens(client, new RotatedTokens(documents ?? _documents), _time));
    }

    private async Task<DeliveryResult> SendAsync(SmtpTransport transport)
    {
        using var message = Mail.Message(from: Mailbox);
        var result = await transport.SendAsync(message, Cancellation);
        // What waits goes away, so that the next email logs in anew.
        _time.Advance(IdleConnections.Patience + TimeSpan.FromSeconds(1));
        return result;
    }
}
