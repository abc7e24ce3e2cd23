using NewsAlerts.Http;

namespace NewsAlerts.Channels.Email.OAuth2;

/// <summary>Where the access tokens come from that a mail server is logged in to with (OAuth 2.0, RFC 6749).</summary>
public abstract record OAuth2Login
{
    /// <summary>What must not be stored or shown of it.</summary>
    internal abstract IEnumerable<Secret?> Secrets { get; }
}

/// <summary>Microsoft Entra ID gives them to an application that may send as the mailbox: Exchange Online.</summary>
public sealed record EntraLogin : OAuth2Login
{
    /// <summary>What the tokens are for: Exchange Online with all that the application is permitted.</summary>
    public const string Scope = "https://outlook.office365.com/.default";

    /// <summary>The tenant, by id or domain; null with a managed identity, which has its own.</summary>
    public string? Tenant { get; init; }

    /// <summary>The application's id; with a managed identity that of one assigned by a user, or null for the machine's own.</summary>
    public string? ClientId { get; init; }

    /// <summary>The application's secret; null means that the managed identity of the machine vouches for it.</summary>
    public Secret? ClientSecret { get; init; }

    /// <inheritdoc />
    internal override IEnumerable<Secret?> Secrets => [ClientSecret];
}

/// <summary>A token endpoint gives them for a refresh token (RFC 6749 §6).</summary>
public sealed record RefreshTokenLogin : OAuth2Login
{
    /// <summary>The token endpoint.</summary>
    public required Uri TokenUrl { get; init; }

    /// <summary>The application's id.</summary>
    public required string ClientId { get; init; }

    /// <summary>The application's secret; null for one that has none.</summary>
    public Secret? ClientSecret { get; init; }

    /// <summary>The refresh token, until the endpoint gives another one for it.</summary>
    public required Secret RefreshToken { get; init; }

    /// <summary>What the tokens are to be for, by the endpoint's words; null means all that the refresh token is for.</summary>
    public string? Scope { get; init; }

    /// <inheritdoc />
    internal override IEnumerable<Secret?> Secrets => [ClientSecret, RefreshToken];
}
