using System.Net;
using System.Net.Http.Headers;
using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Http;

namespace NewsAlerts.Polling.Asking;

/// <summary>Fetches feed documents: conditionally, and within limits of size, time and redirects.</summary>
/// <param name="http">A guarded client that follows no redirects.</param>
/// <param name="time">Ends what takes too long.</param>
/// <param name="contact">Where a publisher can reach us; null where not configured.</param>
internal sealed class FeedClient(HttpClient http, TimeProvider time, Func<string?> contact)
{
    /// <summary>The most bytes that a document may have, after decompression: 10 MB.</summary>
    public const int MaxBytes = 10 * 1000 * 1000;

    /// <summary>How long an answer may take, from the first request to the last byte.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    private const string Accepted =
        "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, "
        + "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";

    /// <summary>Fetches a feed. Whatever the server does is a result; only cancellation throws.</summary>
    public async Task<FetchResult> FetchAsync(FeedRequest request, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(request.Url, UriKind.Absolute, out var address) || !WebAddress.IsWeb(address))
        {
            return FetchResult.Failed("its address is not an http or https URL");
        }

        using var limit = new CancellationTokenSource(TimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await FollowAsync(request, address, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return FetchResult.Failed(limit.IsCancellationRequested
                ? $"no complete answer within {TimeLimit.TotalSeconds:0} s"
                : $"{address.Host} does not answer");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or InvalidOperationException)
        {
            return FetchResult.Failed(FetchFailure.Describe(e, address));
        }
    }

    private async Task<FetchResult> FollowAsync(FeedRequest request, Uri address, CancellationToken cancellationToken)
    {
        var path = new RedirectPath(Uri.TryCreate(request.MovedTo, UriKind.Absolute, out var moved) ? moved : address);
        while (true)
        {
            using var message = Compose(request, address, path);
            using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!RedirectPath.IsRedirect(answer.StatusCode))
            {
                return await ReadAsync(answer, path, cancellationToken) with
                {
                    Status = (int)answer.StatusCode,
                    Address = path.Current,
                    MovedTo = path.MovedTo,
                };
            }

            if (path.Follow(answer) is { } problem)
            {
                return FetchResult.Failed(problem);
            }
        }
    }

    private HttpRequestMessage Compose(FeedRequest request, Uri configured, RedirectPath path)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, path.Current)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        message.Headers.TryAddWithoutValidation("Accept", request.Accept ?? Accepted);
        message.Headers.TryAddWithoutValidation("User-Agent", UserAgent.Of(contact()));
        if (NamedBy(request, configured, path) is { } namedBy)
        {
            message.Options.Set(LeadGuard.NamedBy, namedBy);
        }

        if (request.ETag is not null)
        {
            message.Headers.TryAddWithoutValidation("If-None-Match", request.ETag);
        }

        if (request.LastModified is not null)
        {
            message.Headers.TryAddWithoutValidation("If-Modified-Since", request.LastModified);
        }

        if (CredentialsOf(request, configured) is { } credentials && FeedCredentials.AreFor(configured, path.Current))
        {
            message.Headers.TryAddWithoutValidation(credentials.Header, credentials.Value.Reveal());
        }

        if (path.Cookies is { } cookies)
        {
            message.Headers.TryAddWithoutValidation("Cookie", cookies);
        }

        return message;
    }

    // Where a feed has moved to was named by a redirect of its own address.
    private static Uri? NamedBy(FeedRequest request, Uri configured, RedirectPath path) =>
        path.Previous
        ?? (path.Current != configured ? configured : null)
        ?? (Uri.TryCreate(request.NamedBy, UriKind.Absolute, out var by) ? by : null);

    private static FeedCredentials? CredentialsOf(FeedRequest request, Uri configured) => request.Credentials
        ?? (configured.UserInfo.Length > 0 ? FeedCredentials.Basic(Uri.UnescapeDataString(configured.UserInfo)) : null);

    private async Task<FetchResult> ReadAsync(HttpResponseMessage answer, RedirectPath path, CancellationToken cancellationToken)
    {
        var freshness = Freshness.Read(answer, time.GetUtcNow());
        if (answer.StatusCode == HttpStatusCode.NotModified)
        {
            return new FetchResult
            {
                Outcome = FetchOutcome.Unchanged,
                Freshness = freshness,
                ETag = Validator(answer.Headers, "ETag"),
                LastModified = Validator(answer.Content.Headers, "Last-Modified"),
            };
        }

        if (!answer.IsSuccessStatusCode)
        {
            return FetchResult.Failed(FetchFailure.Describe(answer.StatusCode, path.Current)) with
            {
                Outcome = answer.StatusCode switch
                {
                    HttpStatusCode.Gone when path.IsPermanent => FetchOutcome.Gone,
                    HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => FetchOutcome.Refused,
                    _ => FetchOutcome.Failed,
                },
                RetryAfter = AskedWait.Read(answer, freshness, time.GetUtcNow()),
            };
        }

        var (packed, isWhole) = await CappedContent.ReadAsync(answer.Content, MaxBytes, cancellationToken);
        var (bytes, complete) = isWhole ? await UnlabelledGzip.OpenAsync(packed, MaxBytes, cancellationToken) : (packed, false);
        if (!complete)
        {
            return FetchResult.Failed($"the document has more than {MaxBytes / 1_000_000} MB");
        }

        return new FetchResult
        {
            Outcome = FetchOutcome.Fetched,
            Body = bytes,
            Freshness = freshness,
            ETag = Validator(answer.Headers, "ETag"),
            Link = Single(answer.Headers, "Link"),
            LastModified = Validator(answer.Content.Headers, "Last-Modified"),
            Source = new FeedSource(
                path.Current,
                Single(answer.Content.Headers, "Content-Type"),
                Single(answer.Content.Headers, "Content-Language"),
                Single(answer.Content.Headers, "Content-Location")),
        };
    }

    // It is kept and sent back: half of one would match nothing.
    private static string? Validator(HttpHeaders headers, string name) =>
        Single(headers, name) is { } value && value.Length <= FeedLimits.Validator ? value : null;

    private static string? Single(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
