using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using NewsAlerts.Channels.Email.OAuth2;
using NewsAlerts.Http;
using AccessToken = NewsAlerts.Channels.Email.OAuth2.AccessToken;

namespace NewsAlerts.AzureIdentity;

/// <summary>
/// Asks Microsoft Entra ID for access tokens, as an application by its secret (client credentials, RFC 6749 §4.4) or as the
/// managed identity of the machine. The service keeps them itself, so that a credential lives for one request: a kept one
/// would answer again with a token that the mail server has refused.
/// </summary>
/// <param name="transport">What the requests go through; null means the client library's own.</param>
internal sealed class EntraTokens(HttpPipelineTransport? transport) : ITokenSource
{
    private const int Retries = 1;
    private const string Code = "AADSTS";

    /// <inheritdoc />
    public bool Serves(OAuth2Login login) => login is EntraLogin;

    /// <inheritdoc />
    public async Task<TokenAnswer> FetchAsync(OAuth2Login login, CancellationToken cancellationToken)
    {
        var entra = (EntraLogin)login;
        try
        {
            var token = await CredentialOf(entra).GetTokenAsync(new TokenRequestContext([EntraLogin.Scope]), cancellationToken);
            return TokenAnswer.Of(new AccessToken(new Secret(token.Token), token.ExpiresOn));
        }
        catch (AuthenticationFailedException e)
        {
            return TokenAnswer.Refused($"Microsoft Entra ID: {AnswerIn((e.InnerException ?? e).Message)}", entra.Secrets);
        }
    }

    // The outer exception names classes of the client library; the inner one gives general advice, and behind it what Entra ID has
    // answered, which begins with its code. A reason is cut: what was answered comes first.
    private static string AnswerIn(string message) => message[Math.Max(0, message.IndexOf(Code, StringComparison.Ordinal))..];

    private TokenCredential CredentialOf(EntraLogin login)
    {
        if (login is { Tenant: { } tenant, ClientId: { } clientId, ClientSecret: { } secret })
        {
            // Discovery would ask a server of Microsoft's whether the authority is one, which the library knows.
            return new ClientSecretCredential(
                tenant, clientId, secret.Reveal(), Set(new ClientSecretCredentialOptions { DisableInstanceDiscovery = true }));
        }

        var identity = login.ClientId is { } assigned ? ManagedIdentityId.FromUserAssignedClientId(assigned) : ManagedIdentityId.SystemAssigned;
        return new ManagedIdentityCredential(Set(new ManagedIdentityCredentialOptions(identity)));
    }

    private T Set<T>(T options)
        where T : TokenCredentialOptions
    {
        options.Retry.MaxRetries = Retries;
        options.Transport = transport ?? options.Transport;
        return options;
    }
}
