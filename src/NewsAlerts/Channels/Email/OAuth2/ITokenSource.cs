using NewsAlerts.Http;

namespace NewsAlerts.Channels.Email.OAuth2;

/// <summary>Fetches access tokens for one kind of login.</summary>
internal interface ITokenSource
{
    /// <summary>Whether it is the one for this login.</summary>
    bool Serves(OAuth2Login login);

    /// <summary>Fetches a new token. A refusal, and no answer, is a result; only cancellation throws.</summary>
    Task<TokenAnswer> FetchAsync(OAuth2Login login, CancellationToken cancellationToken);
}

/// <summary>An access token.</summary>
/// <param name="Value">The token.</param>
/// <param name="Expires">When it ends, UTC.</param>
internal sealed record AccessToken(Secret Value, DateTimeOffset Expires);

/// <summary>The answer to a request for a token: one of the two is there.</summary>
/// <param name="Token">The token.</param>
/// <param name="Problem">Why there is none, in words for a person, without secrets.</param>
internal sealed record TokenAnswer(AccessToken? Token, string? Problem)
{
    /// <summary>Whether the token was kept since an earlier login, so that it may have been withdrawn meanwhile.</summary>
    public bool WasKept { get; init; }

    /// <summary>The answer that is a token.</summary>
    public static TokenAnswer Of(AccessToken token) => new(token, Problem: null);

    /// <summary>The answer that there is none.</summary>
    /// <param name="problem">Why.</param>
    /// <param name="secrets">What is taken out of that.</param>
    public static TokenAnswer Refused(string problem, params IEnumerable<Secret?> secrets) =>
        new(Token: null, AnswerText.Of(problem, secrets));
}
