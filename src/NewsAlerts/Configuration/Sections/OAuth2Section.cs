using System.Text.RegularExpressions;
using NewsAlerts.Channels.Email.OAuth2;
using NewsAlerts.Yaml;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Configuration.Sections;

/// <summary>The keys of <c>settings.smtp</c> by which access tokens take the place of a password.</summary>
internal static partial class OAuth2Section
{
    /// <summary>What <c>auth</c> may be: whether it is OAuth 2.0.</summary>
    public static readonly Choice<bool> Auth = new(new Dictionary<string, bool> { ["password"] = false, ["oauth2"] = true });

    private const string Tenant = "tenant";
    private const string ClientId = "clientId";
    private const string ClientSecret = "clientSecret";
    private const string ManagedIdentity = "managedIdentity";
    private const string TokenUrl = "tokenUrl";
    private const string RefreshToken = "refreshToken";
    private const string Scope = "scope";

    private static readonly string[] Keys = [Tenant, ClientId, ClientSecret, ManagedIdentity, TokenUrl, RefreshToken, Scope];

    /// <summary>Where the tokens come from; null where the login is no such one, or what it needs is missing or wrong.</summary>
    /// <param name="smtp">The mapping that they stand in.</param>
    /// <param name="allowPrivate">The hosts that may be private.</param>
    /// <param name="isOAuth2">Whether they are asked for.</param>
    public static OAuth2Login? Read(MappingReader smtp, IReadOnlyCollection<string> allowPrivate, out bool isOAuth2)
    {
        isOAuth2 = smtp.Text("auth", Auth.Check) is { } auth && Auth[auth.Value];
        var tenant = smtp.Text(Tenant, CheckTenant)?.Value;
        var clientId = smtp.Text(ClientId)?.Value;
        var clientSecret = smtp.Text(ClientSecret, isSecret: true)?.ToSecret();
        var isManaged = smtp.Flag(ManagedIdentity) ?? false;
        var tokenUrl = smtp.Text(TokenUrl, WebAddressText.Check);
        var refreshToken = smtp.Text(RefreshToken, isSecret: true)?.ToSecret();
        var scope = smtp.Text(Scope)?.Value;
        if (!isOAuth2)
        {
            Reject(smtp, Keys, "without auth: oauth2");
            return null;
        }

        if (smtp.Has(TokenUrl))
        {
            Reject(smtp, [Tenant, ManagedIdentity], "with 'tokenUrl'");
            Need(smtp, ClientId, RefreshToken);
            Warn(smtp, tokenUrl, allowPrivate);
            return tokenUrl is not null && clientId is not null && refreshToken is not null
                ? new RefreshTokenLogin
                {
                    TokenUrl = new Uri(tokenUrl.Value),
                    ClientId = clientId,
                    ClientSecret = clientSecret,
                    RefreshToken = refreshToken,
                    Scope = scope,
                }
                : null;
        }

        Reject(smtp, [RefreshToken, Scope], "without 'tokenUrl'");
        if (isManaged)
        {
            Reject(smtp, [Tenant, ClientSecret], "with managedIdentity: true");
            return new EntraLogin { ClientId = clientId };
        }

        Need(smtp, Tenant, ClientId, ClientSecret);
        return tenant is not null && clientId is not null && clientSecret is not null
            ? new EntraLogin { Tenant = tenant, ClientId = clientId, ClientSecret = clientSecret }
            : null;
    }

    private static void Reject(MappingReader smtp, IEnumerable<string> keys, string where)
    {
        foreach (var key in keys)
        {
            smtp.Reject(key, $"'{key}' means nothing {where}");
        }
    }

    private static void Need(MappingReader smtp, params IEnumerable<string> keys)
    {
        foreach (var key in keys.Where(key => !smtp.Has(key)))
        {
            smtp.Missing(key);
        }
    }

    private static void Warn(MappingReader smtp, TextValue? tokenUrl, IReadOnlyCollection<string> allowPrivate)
    {
        if (tokenUrl is null || WebAddressText.IsOnOneOf(allowPrivate, tokenUrl.Value))
        {
            return;
        }

        if (WebAddressText.IsPrivate(tokenUrl.Value))
        {
            smtp.Mistakes.Warn(tokenUrl.Node.Start, tokenUrl.Node.End, FeedsSection.PrivateHost);
        }
        else if (WebAddressText.IsReadableOnTheWay(tokenUrl.Value))
        {
            smtp.Mistakes.Add(tokenUrl.Node.Start, tokenUrl.Node.End, "the refresh token would travel readable for everybody: use https://");
        }
    }

    // Its id or one of its domains.
    private static Problem? CheckTenant(string text) =>
        TenantName().IsMatch(text) ? null : new Problem("is no tenant: write its id, or one of its domains such as example.onmicrosoft.com");

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9.-]*\z")]
    private static partial Regex TenantName();
}
