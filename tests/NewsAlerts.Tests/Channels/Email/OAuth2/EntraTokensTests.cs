using System.Net;
using System.Text;
using System.Web;
using Azure.Core.Pipeline;
using NewsAlerts.AzureIdentity;
using NewsAlerts.Channels.Email.OAuth2;
using NewsAlerts.Feeds;
using NewsAlerts.Http;

namespace NewsAlerts.Tests.Channels.Email.OAuth2;

/// <summary>What Azure.Identity asks Microsoft Entra ID for, and what its answers become.</summary>
public class EntraTokensTests
{
    private const string ClientSecret = "the-client-secret-1";

    private static readonly EntraLogin Application = new() { Tenant = "example.onmicrosoft.com", ClientId = "client-1", ClientSecret = new Secret(ClientSecret) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FetchAsync_Application_AsksForExchangeAndAnewEachTime()
    {
        var entra = new Answers(_ => (HttpStatusCode.OK, """{ "token_type": "Bearer", "access_token": "token-1", "expires_in": 3599 }"""));
        using var transport = new HttpClientTransport(entra);
        var tokens = new EntraTokens(transport);

        var answer = await tokens.FetchAsync(Application, Cancellation);
        await tokens.FetchAsync(Application, Cancellation);

        Assert.Null(answer.Problem);
        Assert.Equal("token-1", answer.Token?.Value.Reveal());
        Assert.InRange(answer.Token?.Expires - TimeProvider.System.GetUtcNow() ?? default, TimeSpan.FromMinutes(55), TimeSpan.FromMinutes(60));
        Assert.Equal(2, entra.Requests.Count);
        Assert.All(entra.Requests, request =>
        {
            Assert.Equal("https://login.microsoftonline.com/example.onmicrosoft.com/oauth2/v2.0/token", request.Address.GetLeftPart(UriPartial.Path));
            var fields = HttpUtility.ParseQueryString(request.Body);
            Assert.Equal(("client_credentials", "client-1", ClientSecret), (fields["grant_type"], fields["client_id"], fields["client_secret"]));
            Assert.Equal("https://outlook.office365.com/.default", fields["scope"]);
        });
    }

    [Fact]
    public async Task FetchAsync_Refused_SaysWhatEntraSays()
    {
        var entra = new Answers(_ => (
            HttpStatusCode.Unauthorized,
            $$"""{ "error": "invalid_client", "error_description": "AADSTS7000215: Invalid client secret provided: {{ClientSecret}}." }"""));
        using var transport = new HttpClientTransport(entra);

        var answer = await new EntraTokens(transport).FetchAsync(Application, Cancellation);

        Assert.Null(answer.Token);
        Assert.StartsWith("Microsoft Entra ID: AADSTS7000215: Invalid client secret provided: (redacted)", answer.Problem, StringComparison.Ordinal);
        Assert.InRange(answer.Problem?.Length ?? 0, 1, FeedLimits.Reason);
        Assert.DoesNotContain(ClientSecret, answer.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("11111111-2222-3333-4444-555555555555")]
    public async Task FetchAsync_ManagedIdentity_AsksTheMachine(string? clientId)
    {
        var machine = new Answers(request => request.Address.AbsolutePath.EndsWith("/token", StringComparison.Ordinal)
            ? (HttpStatusCode.OK, """{ "access_token": "token-2", "expires_in": "3600", "expires_on": "4102444800", "resource": "x", "token_type": "Bearer" }""")
            : (HttpStatusCode.NotFound, "{}"));
        using var transport = new HttpClientTransport(machine);

        var answer = await new EntraTokens(transport).FetchAsync(new EntraLogin { ClientId = clientId }, Cancellation);

        Assert.Equal((null, "token-2"), (answer.Problem, answer.Token?.Value.Reveal()));
        var fields = HttpUtility.ParseQueryString(machine.Requests[^1].Address.Query);
        Assert.Equal(("https://outlook.office365.com", clientId), (fields["resource"], fields["client_id"]));
    }

    /// <summary>Answers in place of Microsoft's servers, which the client library talks to by https alone.</summary>
    private sealed class Answers(Func<(Uri Address, string Body), (HttpStatusCode Status, string Json)> answer) : HttpMessageHandler
    {
        public List<(Uri Address, string Body)> Requests { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            Requests.Add((request.RequestUri ?? throw new InvalidOperationException("no address"), body));
            var (status, json) = answer(Requests[^1]);
            return new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        }
    }
}
