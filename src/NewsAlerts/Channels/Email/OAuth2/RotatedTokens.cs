using System.Text.Json;
using System.Text.Json.Serialization;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Storage;

namespace NewsAlerts.Channels.Email.OAuth2;

/// <summary>
/// The refresh token that stands in for the configured one since the endpoint has given it (RFC 6749 §6: the client must
/// discard the old one then). It is a secret in the storage, so that it outlives the process.
/// </summary>
internal sealed class RotatedTokens(IDocumentStore documents)
{
    /// <summary>The document that holds it.</summary>
    public const string Name = "service/smtp-refresh-token";

    private const int HashBytes = 32;

    private readonly JsonDocuments<RotatedToken> _documents = new(documents, OAuth2Json.Default.RotatedToken);

    // What a storage that could not be used has not taken: the endpoint may honour no other token any more.
    private RotatedToken? _unsaved;

    /// <summary>The token to use now: the configured one, unless another has come in its place since.</summary>
    public async Task<Secret> CurrentAsync(RefreshTokenLogin login, CancellationToken cancellationToken)
    {
        await SaveAsync(cancellationToken);
        return await ReadAsync(cancellationToken) is { } kept && kept.For == FingerprintOf(login) ? new Secret(kept.Token) : login.RefreshToken;
    }

    /// <summary>Keeps the token that came in the place of the one that was used.</summary>
    public Task KeepAsync(RefreshTokenLogin login, string token, CancellationToken cancellationToken)
    {
        _unsaved = new RotatedToken(FingerprintOf(login), token);
        return SaveAsync(cancellationToken);
    }

    private async Task<RotatedToken?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await _documents.ReadAsync(Name, cancellationToken)).Value;
        }
        catch (InvalidDataException)
        {
            // The configured token may still do; where it does not, the endpoint's refusal says to write a new one.
            return null;
        }
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        if (_unsaved is { } token)
        {
            await _documents.WriteAsync(Name, token, WriteCondition.None, cancellationToken);
            _unsaved = null;
        }
    }

    private static string FingerprintOf(RefreshTokenLogin login) =>
        StableHash.Of($"{login.TokenUrl.AbsoluteUri}\n{login.ClientId}\n{login.RefreshToken.Reveal()}", HashBytes);
}

/// <summary>A refresh token that was given in the place of the configured one.</summary>
/// <param name="For">Tells for which configuration, without showing it.</param>
/// <param name="Token">The token.</param>
internal sealed record RotatedToken(string For, string Token);

/// <summary>What a token endpoint answers (RFC 6749 §5.1, §5.2).</summary>
internal sealed record TokenReply
{
    /// <summary>The access token.</summary>
    public string? AccessToken { get; init; }

    /// <summary>Its lifetime in seconds; some endpoints write a text.</summary>
    public JsonElement ExpiresIn { get; init; }

    /// <summary>The refresh token to use from now on; null means the same as before.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>The error's code, such as <c>invalid_grant</c>.</summary>
    public string? Error { get; init; }

    /// <summary>What is wrong, for people.</summary>
    public string? ErrorDescription { get; init; }
}

/// <summary>How these are written: as RFC 6749 spells them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RotatedToken))]
[JsonSerializable(typeof(TokenReply))]
internal sealed partial class OAuth2Json : JsonSerializerContext;
