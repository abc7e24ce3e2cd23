namespace NewsAlerts.Channels.Email.OAuth2;

/// <summary>The access token of the login that is configured now, kept until shortly before it ends.</summary>
internal sealed class AccessTokens(IEnumerable<ITokenSource> sources, TimeProvider time) : IDisposable
{
    /// <summary>So much before its end a token is no longer used: a login and the clocks of two machines take time.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _turn = new(1);
    private OAuth2Login? _login;
    private AccessToken? _kept;

    /// <summary>A token that is not known to be useless.</summary>
    /// <param name="login">Where it comes from.</param>
    /// <param name="refused">A token that the mail server has refused although it should not have ended; null means none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<TokenAnswer> GetAsync(OAuth2Login login, AccessToken? refused, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_login == login && _kept is { } kept && kept != refused && time.GetUtcNow() < kept.Expires - Margin)
            {
                return TokenAnswer.Of(kept) with { WasKept = true };
            }

            (_login, _kept) = (login, null);
            var answer = sources.FirstOrDefault(source => source.Serves(login)) is { } source
                ? await source.FetchAsync(login, cancellationToken)
                : TokenAnswer.Refused("this program has no way to get an access token of that kind");
            _kept = answer.Token;
            return answer;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();
}
