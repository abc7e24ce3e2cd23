using System.Globalization;
using System.Net;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Polling.Asking;

namespace NewsAlerts.Polling.Hubs;

/// <summary>Asks hubs to announce a feed's new items to us, or to cease (WebSub §5.1).</summary>
/// <param name="http">A guarded client that follows no redirects.</param>
/// <param name="gate">Lets at most two requests at a time to one host.</param>
/// <param name="time">Ends what takes too long.</param>
/// <param name="contact">Where a hub's owner can reach us; null where not configured.</param>
internal sealed class HubClient(HttpClient http, HostGate gate, TimeProvider time, Func<string?> contact)
{
    private const int MaxRedirects = 3;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(15);

    /// <summary>Asks the subscription's hub for what its state wants. Null where the hub takes the request; else why not.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="callback">The address of our callback.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<string?> AskAsync(HubSubscription subscription, string callback, CancellationToken cancellationToken)
    {
        var address = Protected(new Uri(subscription.Hub.Address), subscription.Tries);
        using var limit = new CancellationTokenSource(TimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var place = await gate.EnterAsync(address.IdnHost, either.Token);
            return await FollowAsync(address, new Uri(subscription.FeedUrl), Parameters(subscription, callback), either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"no answer within {TimeLimit.TotalSeconds:0} s";
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return FeedLimits.Cut(FetchFailure.Describe(e, address), FeedLimits.Reason);
        }
    }

    // Many feeds still name by http a hub that has long had https (WebSub §8.2): the first try, and every other one, goes there.
    private static Uri Protected(Uri hub, int tries) =>
        hub is { Scheme: "http", IsDefaultPort: true } && tries % 2 == 1
            ? new UriBuilder(hub) { Scheme = Uri.UriSchemeHttps, Port = -1 }.Uri
            : hub;

    private static Dictionary<string, string> Parameters(HubSubscription subscription, string callback)
    {
        var parameters = new Dictionary<string, string>
        {
            ["hub.callback"] = callback,
            ["hub.topic"] = subscription.Hub.Topic,
        };
        if (subscription.State == HubSubscriptionState.Leaving)
        {
            parameters["hub.mode"] = "unsubscribe";
            return parameters;
        }

        parameters["hub.mode"] = "subscribe";
        parameters["hub.lease_seconds"] = HubSubscription.WantedLease.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        parameters["hub.secret"] = subscription.Secret;
        return parameters;
    }

    private async Task<string?> FollowAsync(
        Uri address, Uri namedBy, Dictionary<string, string> parameters, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(parameters) };
            message.Options.Set(LeadGuard.NamedBy, namedBy);
            message.Headers.TryAddWithoutValidation("User-Agent", UserAgent.Of(contact()));
            using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (answer.StatusCode is not (HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
            {
                return answer.IsSuccessStatusCode ? null : FetchFailure.Describe(answer.StatusCode, address);
            }

            if (answer.Headers.Location is not { } location
                || !Uri.TryCreate(address, location, out var next) || !WebAddress.IsWeb(next))
            {
                return $"answered {(int)answer.StatusCode} without saying where to go";
            }

            (namedBy, address) = (address, next);
        }

        return $"more than {MaxRedirects} redirects";
    }
}
