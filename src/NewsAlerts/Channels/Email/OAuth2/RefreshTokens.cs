using System.Globalization;
using System.Text.Json;
using NewsAlerts.Http;

namespace NewsAlerts.Channels.Email.OAuth2;

/// <summary>Asks a token endpoint for access tokens with a refresh token (RFC 6749 §6).</summary>
/// <param name="client">Follows no redirect, and refuses addresses that are not to be reached.</param>
/// <param name="rotated">The refresh token that stands in for the configured one.</param>
/// <param name="time">The clock that tokens end by.</param>
internal sealed class RefreshTokens(HttpClient client, RotatedTokens rotated, TimeProvider time) : ITokenSource
{
    /// <summary>From the request to the last byte of the answer.</summary>
    public static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(20);

    private const int AnswerLimit = 64 * 1024;

    /// <summary>RFC 6749 §5.1 only recommends to state the lifetime.</summary>
    private static readonly TimeSpan Unstated = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <inheritdoc />
    public bool Serves(OAuth2Login login) => login is RefreshTokenLogin;

    /// <inheritdoc />
    public async Task<TokenAnswer> FetchAsync(OAuth2Login login, CancellationToken cancellationToken)
    {
        var configured = (RefreshTokenLogin)login;
        try
        {
            return await FetchAsync(configured, await rotated.CurrentAsync(configured, cancellationToken), cancellationToken);
        }
        catch (IOException e)
        {
            // What the storage has not taken stays in memory until the next try.
            return TokenAnswer.Refused(
                $"the refresh token that {configured.TokenUrl.Host} gave cannot be kept, so that nothing is sent: {e.Message}", configured.Secrets);
        }
    }

    private async Task<TokenAnswer> FetchAsync(RefreshTokenLogin configured, Secret refreshToken, CancellationToken cancellationToken)
    {
        Secret?[] secrets = [.. configured.Secrets, refreshToken];
        using var timer = new CancellationTokenSource(TimeOut, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        TokenReply? reply;
        int status;
        try
        {
            (status, reply) = await AskAsync(configured, refreshToken, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Refused(configured, $"did not answer within {TimeOut.TotalSeconds:0} s", secrets);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return Refused(configured, $"cannot be asked: {e.Message}", secrets);
        }

        if (reply is not { AccessToken.Length: > 0 } || reply.AccessToken.Any(c => c is <= ' ' or > '~'))
        {
            var words = reply?.Error is { } error ? $"{error}: {reply.ErrorDescription ?? "it says no more"}" : "no access token";
            return Refused(configured, string.Create(CultureInfo.InvariantCulture, $"answered {status}, {words}"), secrets);
        }

        if (reply.RefreshToken is { Length: > 0 } next && next != refreshToken.Reveal())
        {
            await rotated.KeepAsync(configured, next, cancellationToken);
        }

        return TokenAnswer.Of(new AccessToken(new Secret(reply.AccessToken), time.GetUtcNow() + LifetimeOf(reply.ExpiresIn)));
    }

    private async Task<(int Status, TokenReply? Reply)> AskAsync(
        RefreshTokenLogin login, Secret refreshToken, CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, string?>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = refreshToken.Reveal(),
            ["client_id"] = login.ClientId,
            ["client_secret"] = login.ClientSecret?.Reveal(),
            ["scope"] = login.Scope,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, login.TokenUrl)
        {
            Content = new FormUrlEncodedContent(fields.Where(field => field.Value is not null)),
        };
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var (bytes, _) = await CappedContent.ReadAsync(response.Content, AnswerLimit, cancellationToken);
        return ((int)response.StatusCode, Parse(bytes));
    }

    private static TokenReply? Parse(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, OAuth2Json.Default.TokenReply);
        }
        catch (JsonException)
        {
            // The status says enough then.
            return null;
        }
    }

    private static TimeSpan LifetimeOf(JsonElement seconds) =>
        seconds.ValueKind is JsonValueKind.Number or JsonValueKind.String
        && double.TryParse(seconds.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var stated)
        && stated > 0
            ? TimeSpan.FromSeconds(Math.Min(stated, Longest.TotalSeconds))
            : Unstated;

    private static TokenAnswer Refused(RefreshTokenLogin login, string what, IEnumerable<Secret?> secrets) =>
        TokenAnswer.Refused($"{login.TokenUrl.Host} {what}", secrets);
}
