using NewsAlerts.Feeds;
using NewsAlerts.Polling.Asking;
using NewsAlerts.Polling.Hubs;

namespace NewsAlerts.Web.Pages;

/// <summary>
/// Where hubs call us (WebSub §5.3 and §7): <c>/websub/{subscription}/{token}</c>. GET confirms or denies a subscription,
/// POST announces.
/// </summary>
internal sealed class WebSubEndpoint(AnswerHub answer, UnknownCalls unknown) : IEndpoint
{
    private const int LongestChallenge = 4096;

    public string Name => HubSubscription.PathName;

    public IReadOnlyList<string> Methods { get; } = ["GET", "POST"];

    public int MaxBodyBytes => FeedClient.MaxBytes;

    public async Task<PageAnswer> AnswerAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (unknown.AreTooMany(request.RemoteAddress))
        {
            return PageAnswer.Text(429, "Too many calls of subscriptions that there are not.\n").With("Retry-After", "60");
        }

        var isKnown = false;
        if (request.Segments is [_, var key, var token] && key.All(char.IsAsciiHexDigitLower))
        {
            var call = new HubCallback(key, token);
            isKnown = request.Method == "POST"
                ? await AnnounceAsync(call, request, cancellationToken)
                : await TellAsync(call, request.Query, cancellationToken);
        }

        if (!isKnown)
        {
            unknown.Add(request.RemoteAddress);
        }

        return (request.Method, isKnown) switch
        {
            ("POST", true) => PageAnswer.Empty(202),
            ("POST", false) => PageAnswer.Text(410, "There is no such subscription.\n"),
            (_, true) => PageAnswer.Text(200, request.Query["hub.challenge"] ?? ""),
            _ => PageAnswer.Text(404, "There is no such subscription.\n"),
        };
    }

    private Task<bool> AnnounceAsync(HubCallback call, PageRequest request, CancellationToken cancellationToken) =>
        answer.AnnounceAsync(
            call,
            request.Headers.GetValueOrDefault("X-Hub-Signature"),
            request.Headers.GetValueOrDefault("Content-Type"),
            request.Body,
            cancellationToken);

    private Task<bool> TellAsync(HubCallback call, FormValues query, CancellationToken cancellationToken)
    {
        var topic = query["hub.topic"];
        var isChallenge = query["hub.challenge"] is { Length: > 0 and <= LongestChallenge };
        return query["hub.mode"] switch
        {
            "subscribe" when isChallenge => answer.ConfirmAsync(call, topic, query["hub.lease_seconds"], cancellationToken),
            "unsubscribe" when isChallenge => answer.ReleaseAsync(call, topic, cancellationToken),
            "denied" => answer.DenyAsync(call, topic, Readable(query["hub.reason"]), cancellationToken),
            _ => Task.FromResult(false),
        };
    }

    private static string? Readable(string? reason)
    {
        var text = FeedLimits.Cut(string.Concat((reason ?? "").Where(c => !char.IsControl(c))), FeedLimits.Reason).Trim();
        return text.Length > 0 ? text : null;
    }
}
