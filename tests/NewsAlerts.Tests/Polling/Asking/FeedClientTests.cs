using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Polling.Asking;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Polling.Asking;

public sealed class FeedClientTests : IDisposable
{
    private readonly HttpClient _http = OutgoingHttp.CreateClient(new AddressGuard(() => ["127.0.0.1"]), DecompressionMethods.All);

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Fetch_Document_BytesAndHeaders()
    {
        await using var server = await LocalServer.StartAsync(
            200, "<rss/>", ("ETag", "W/\"1\""), ("Last-Modified", "Sat, 14 Mar 2026 09:00:00 GMT"), ("Content-Type", "application/rss+xml; charset=utf-8"), ("Content-Language", "en"));

        var result = await FetchAsync(new FeedRequest($"{server.Address}feed.xml"));

        Assert.Equal(FetchOutcome.Fetched, result.Outcome);
        Assert.Equal("<rss/>", Encoding.UTF8.GetString(result.Body.Span));
        Assert.Equal("W/\"1\"", result.ETag);
        Assert.Equal("Sat, 14 Mar 2026 09:00:00 GMT", result.LastModified);
        Assert.Equal("application/rss+xml; charset=utf-8", result.Source.ContentType);
        Assert.Equal("en", result.Source.ContentLanguage);
        Assert.Equal(new Uri(server.Address, "feed.xml"), result.Source.Address);
    }

    [Fact]
    public async Task Fetch_KnownVersion_AsksConditionallyByNameAndVerbatim()
    {
        await using var server = await LocalServer.StartAsync(304);

        var result = await FetchAsync(new FeedRequest($"{server.Address}", "W/\"odd \u0022 tag", "yesterday"));

        Assert.Equal(FetchOutcome.Unchanged, result.Outcome);
        var request = Assert.Single(server.Requests);
        Assert.Equal("W/\"odd \u0022 tag", request.Headers["If-None-Match"]);
        Assert.Equal("yesterday", request.Headers["If-Modified-Since"]);
        Assert.Matches(@"^NewsAlerts/\d+\.\d+ \(ops@example\.org\)$", request.Headers["User-Agent"]);
        Assert.Contains("gzip", request.Headers["Accept-Encoding"], StringComparison.Ordinal);
        Assert.False(request.Headers.ContainsKey("Cookie"));
    }

    [Fact]
    public async Task Fetch_Compressed_Decompresses()
    {
        await using var server = await LocalServer.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            await gzip.WriteAsync("<rss/>"u8.ToArray());
        });

        var result = await FetchAsync(new FeedRequest($"{server.Address}"));

        Assert.Equal("<rss/>", Encoding.UTF8.GetString(result.Body.Span));
    }

    [Theory]
    [InlineData("x-gzip", 1)]
    [InlineData(null, 1)]
    [InlineData(null, 2)]
    [InlineData("gzip", 2)]
    public async Task Fetch_GzipThatIsNotLabelledAsIs_Decompresses(string? label, int layers)
    {
        var body = "<rss/>"u8.ToArray();
        for (var layer = 0; layer < layers; layer++)
        {
            body = Zipped(body);
        }

        await using var server = await LocalServer.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = label;
            await context.Response.Body.WriteAsync(body);
        });

        Assert.Equal("<rss/>", Encoding.UTF8.GetString((await FetchAsync(new FeedRequest($"{server.Address}"))).Body.Span));
    }

    [Theory]
    [InlineData(11, "the document has more than 10 MB")]
    [InlineData(0, "the answer is not compressed as it says")]
    public async Task Fetch_UnlabelledGzipThatIsMadeToHurt_NamedError(int megabytes, string error)
    {
        var body = megabytes == 0 ? [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF, 0xFF] : Zipped(new byte[megabytes * 1_000_000]);
        await using var server = await LocalServer.StartAsync(async context => await context.Response.Body.WriteAsync(body));

        Assert.Equal(error, (await FetchAsync(new FeedRequest($"{server.Address}"))).Error);
    }

    [Fact]
    public async Task Fetch_GzipBomb_StopsAtTheLimit()
    {
        await using var server = await LocalServer.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            var zeros = new byte[1_000_000];
            for (var i = 0; i < 200 && !context.RequestAborted.IsCancellationRequested; i++)
            {
                await gzip.WriteAsync(zeros, context.RequestAborted);
            }
        });

        var result = await FetchAsync(new FeedRequest($"{server.Address}"));

        Assert.Equal("the document has more than 10 MB", result.Error);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Fetch_NotCompressedAsItSays_NamedError(string encoding)
    {
        await using var server = await LocalServer.StartAsync(200, "<rss/>", ("Content-Encoding", encoding));

        var result = await FetchAsync(new FeedRequest($"{server.Address}"));

        Assert.Equal("the answer is not compressed as it says", result.Error);
    }

    [Theory]
    [InlineData(404, "answered 404: there is nothing at this address")]
    [InlineData(401, "answered 401: it wants credentials")]
    [InlineData(500, "answered 500 (InternalServerError)")]
    public async Task Fetch_ErrorStatus_NamedError(int status, string error)
    {
        await using var server = await LocalServer.StartAsync(status, "x");

        var result = await FetchAsync(new FeedRequest($"{server.Address}"));

        Assert.Equal((FetchOutcome.Failed, error), (result.Outcome, result.Error));
    }

    [Fact]
    public async Task Fetch_Gone_Gone()
    {
        await using var server = await LocalServer.StartAsync(410);

        Assert.Equal(FetchOutcome.Gone, (await FetchAsync(new FeedRequest($"{server.Address}"))).Outcome);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Fetch_RetryAfter_IsHeard(int status)
    {
        await using var server = await LocalServer.StartAsync(status, "", ("Retry-After", "3600"));

        var result = await FetchAsync(new FeedRequest($"{server.Address}"));

        Assert.Equal(TimeSpan.FromHours(1), result.RetryAfter);
    }

    [Theory]
    [InlineData("https://www.reddit.com/r/taiwan.rss", "answered 429: Reddit lets one network ask for a feed about every 30 s; a personal address")]
    [InlineData("https://old.reddit.com/r/taiwan/.rss?feed=0&user=me", "answered 429: we ask too often")]
    [InlineData("https://news.example/feed", "answered 429: we ask too often")]
    public void Describe_TooManyRequests_SaysWhatHelps(string address, string expected) =>
        Assert.StartsWith(expected, FetchFailure.Describe(HttpStatusCode.TooManyRequests, new Uri(address)), StringComparison.Ordinal);

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Fetch_Redirect_FollowsAndSaysWhere(int status)
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            if (context.Request.Path == "/old")
            {
                context.Response.StatusCode = status;
                context.Response.Headers.Location = "new?x=1";
            }

            return Task.CompletedTask;
        });

        var result = await FetchAsync(new FeedRequest($"{server.Address}old"));

        Assert.Equal(FetchOutcome.Fetched, result.Outcome);
        Assert.Equal(new Uri(server.Address, "new?x=1"), result.Source.Address);
    }

    [Fact]
    public async Task Fetch_RedirectsInACircle_NamedError()
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = context.Request.Path == "/a" ? "/b" : "/a";
            return Task.CompletedTask;
        });

        var result = await FetchAsync(new FeedRequest($"{server.Address}a"));

        Assert.StartsWith("its redirects lead in a circle", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(6, "more than 5 redirects")]
    public async Task Fetch_ManyRedirects_FiveAtMost(int redirects, string? error)
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            var number = int.Parse(context.Request.Path.Value?.Trim('/') ?? "0", null);
            if (number < redirects)
            {
                context.Response.StatusCode = 302;
                context.Response.Headers.Location = $"/{number + 1}";
            }

            return Task.CompletedTask;
        });

        Assert.Equal(error, (await FetchAsync(new FeedRequest($"{server.Address}0"))).Error);
    }

    [Theory]
    [InlineData("/feed")]
    [InlineData("/check")]
    public async Task Fetch_CookieIsWantedAcrossARedirect_SentThereAndForgotten(string check)
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            if (context.Request.Headers.Cookie != "seen=1")
            {
                context.Response.StatusCode = 302;
                context.Response.Headers.SetCookie = context.Request.Path == check ? "seen=1; Path=/" : default;
                context.Response.Headers.Location = context.Request.Path == "/feed" ? check : "/feed";
            }
            else if (context.Request.Path != "/feed")
            {
                context.Response.Redirect("/feed");
            }

            return Task.CompletedTask;
        });

        for (var poll = 0; poll < 2; poll++)
        {
            var before = server.Requests.Count;
            Assert.Equal(FetchOutcome.Fetched, (await FetchAsync(new FeedRequest($"{server.Address}feed"))).Outcome);
            Assert.False(server.Requests[before].Headers.ContainsKey("Cookie"));
            Assert.Equal("seen=1", server.Requests[^1].Headers["Cookie"]);
        }
    }

    [Fact]
    public async Task Fetch_CookieOfOneHost_NotSentToAnother()
    {
        await using var other = await LocalServer.StartAsync(200);
        await using var server = await LocalServer.StartAsync(
            302, "", ("Set-Cookie", "seen=1"), ("Location", $"http://localhost:{other.Address.Port}/"));
        using var client = OutgoingHttp.CreateClient(new AddressGuard(() => ["127.0.0.1", "localhost"]), DecompressionMethods.All);

        await new FeedClient(client, TimeProvider.System, () => null).FetchAsync(new FeedRequest($"{server.Address}"), TestContext.Current.CancellationToken);

        Assert.False(Assert.Single(other.Requests).Headers.ContainsKey("Cookie"));
    }

    [Fact]
    public async Task Fetch_CookieThatChangesNothing_StillACircle()
    {
        await using var server = await LocalServer.StartAsync(302, "", ("Set-Cookie", "seen=1"), ("Location", "/"));

        var result = await FetchAsync(new FeedRequest($"{server.Address}"));

        Assert.Contains("in a circle", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Fetch_ReasonHoldsWhatTheServerSays_IsCut()
    {
        await using var server = await LocalServer.StartAsync(302, "", ("Location", $"/{new string('x', 3_000)}"));

        Assert.InRange((await FetchAsync(new FeedRequest($"{server.Address}"))).Error?.Length ?? 0, 20, FeedLimits.Reason);
    }

    [Fact]
    public async Task Fetch_RedirectToAVeryLongAddress_IsNotKept()
    {
        await using var server = await LocalServer.StartAsync(301, "", ("Location", $"/{new string('x', 5_000)}"));

        var result = await FetchAsync(new FeedRequest($"{server.Address}"));

        Assert.Equal("redirects to an address of more than 4000 characters", result.Error);
        Assert.Null(result.MovedTo);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(304)]
    public async Task Fetch_Validators_TakenUnlessTheyAreTooLong(int status)
    {
        await using var server = await LocalServer.StartAsync(
            status, "<rss/>", ("ETag", "\"2\""), ("Last-Modified", new string('x', FeedLimits.Validator + 1)));

        var result = await FetchAsync(new FeedRequest($"{server.Address}"));

        Assert.Equal(("\"2\"", null), (result.ETag, result.LastModified));
    }

    [Fact]
    public async Task Fetch_RedirectToAPrivateHost_Refused()
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = $"http://localhost:{context.Request.Host.Port}/";
            return Task.CompletedTask;
        });

        var result = await FetchAsync(new FeedRequest($"{server.Address}"));

        Assert.Contains("private address", result.Error, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("file:///etc/hosts", "redirects to a file address")]
    [InlineData("ftp://example.org/", "redirects to a ftp address")]
    [InlineData("//[bad", "redirects to something that is no address")]
    public async Task Fetch_RedirectAwayFromTheWeb_Refused(string location, string error)
    {
        await using var server = await LocalServer.StartAsync(302, "", ("Location", location));

        Assert.Equal(error, (await FetchAsync(new FeedRequest($"{server.Address}"))).Error);
    }

    [Fact]
    public async Task Fetch_CredentialsInTheAddress_SentToThatHostOnly()
    {
        await using var other = await LocalServer.StartAsync(200);
        await using var server = await LocalServer.StartAsync(302, "", ("Location", $"{other.Address}"));
        var address = new UriBuilder(server.Address) { UserName = "me", Password = "s%40crt" }.Uri.AbsoluteUri;

        await FetchAsync(new FeedRequest(address));

        var expected = $"Basic {Convert.ToBase64String("me:s@crt"u8)}";
        Assert.Equal(expected, Assert.Single(server.Requests).Headers["Authorization"]);
        Assert.False(Assert.Single(other.Requests).Headers.ContainsKey("Authorization"));
    }

    [Theory]
    [InlineData("Basic bWU6cA==", "Authorization")]
    [InlineData("k3y", "X-Key")]
    public async Task Fetch_Credentials_SentToTheFeedsHostOnly(string value, string header)
    {
        await using var other = await LocalServer.StartAsync(200);
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = context.Request.Path == "/here" ? $"{other.Address}" : "/here";
            return Task.CompletedTask;
        });

        var result = await FetchAsync(new FeedRequest($"{server.Address}feed") { Credentials = new FeedCredentials(header, new Secret(value)) });

        Assert.Equal(FetchOutcome.Fetched, result.Outcome);
        Assert.All(server.Requests, request => Assert.Equal(value, request.Headers[header]));
        Assert.Equal(2, server.Requests.Count);
        Assert.False(Assert.Single(other.Requests).Headers.ContainsKey(header));
    }

    [Fact]
    public async Task Fetch_FeedHasMoved_AsksThereWithoutCredentials()
    {
        await using var server = await LocalServer.StartAsync(200);
        var request = new FeedRequest("http://127.0.0.2/old")
        {
            MovedTo = $"{server.Address}new",
            Credentials = FeedCredentials.Bearer("t0ken"),
        };

        using var http = OutgoingHttp.CreateClient(new AddressGuard(() => ["127.0.0.1", "127.0.0.2"]), DecompressionMethods.All);
        await new FeedClient(http, TimeProvider.System, () => null).FetchAsync(request, TestContext.Current.CancellationToken);

        var asked = Assert.Single(server.Requests);
        Assert.Equal("/new", asked.Address.AbsolutePath);
        Assert.False(asked.Headers.ContainsKey("Authorization"));
    }

    [Theory]
    [InlineData("http://a.example/x", "https://A.example/y", true)]
    [InlineData("https://a.example/x", "https://a.example/y", true)]
    [InlineData("https://a.example:8443/x", "https://a.example:8443/y", true)]
    [InlineData("https://a.example/x", "http://a.example/x", false)]
    [InlineData("https://a.example/x", "https://a.example:8443/x", false)]
    [InlineData("http://a.example:8080/x", "https://a.example/x", false)]
    [InlineData("https://a.example/x", "https://b.a.example/x", false)]
    public void Credentials_Address_SameHostAsWellProtected(string feed, string address, bool sent) =>
        Assert.Equal(sent, FeedCredentials.AreFor(new Uri(feed), new Uri(address)));

    [Fact]
    public async Task Fetch_Errors_NameNoCredentials()
    {
        await using var server = await LocalServer.StartAsync(302, "", ("Location", "//[bad"));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var credentials = new FeedCredentials("X-Key", new Secret("swordfish"));

        var results = await Task.WhenAll(
            new[] { $"{server.Address}", $"http://127.0.0.1:{port}/" }.Select(url => FetchAsync(new FeedRequest(url) { Credentials = credentials })));

        Assert.All(results, result => Assert.DoesNotContain("swordfish", $"{result}", StringComparison.Ordinal));
        Assert.All(results, result => Assert.NotNull(result.Error));
    }

    [Fact]
    public async Task Fetch_AnyServer_OffersHttp2()
    {
        var asked = new List<HttpRequestMessage>();
        using var http = new HttpClient(new Listening(asked));

        await new FeedClient(http, TimeProvider.System, () => null).FetchAsync(new FeedRequest("https://example.org/"), TestContext.Current.CancellationToken);

        var request = Assert.Single(asked);
        Assert.Equal((HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower), (request.Version, request.VersionPolicy));
    }

    [Fact]
    public async Task Fetch_Cookie_NotKept()
    {
        await using var server = await LocalServer.StartAsync(200, "<rss/>", ("Set-Cookie", "id=1; Path=/"));

        await FetchAsync(new FeedRequest($"{server.Address}"));
        await FetchAsync(new FeedRequest($"{server.Address}"));

        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.False(request.Headers.ContainsKey("Cookie")));
    }

    [Theory]
    [InlineData("301,308", "/2")]
    [InlineData("301,302,301", "/1")]
    [InlineData("302,301", null)]
    public async Task Fetch_PermanentRedirects_WhereTheyLead(string redirects, string? movedTo)
    {
        var statuses = redirects.Split(',').Select(status => int.Parse(status, null)).ToList();
        await using var server = await LocalServer.StartAsync(context =>
        {
            var step = int.Parse(context.Request.Path.Value?.Trim('/') ?? "0", null);
            if (step < statuses.Count)
            {
                context.Response.StatusCode = statuses[step];
                context.Response.Headers.Location = $"/{step + 1}";
            }

            return Task.CompletedTask;
        });

        var result = await FetchAsync(new FeedRequest($"{server.Address}0"));

        Assert.Equal(movedTo is null ? null : new Uri(server.Address, movedTo).AbsoluteUri, result.MovedTo);
    }

    [Theory]
    [InlineData(302, FetchOutcome.Failed)]
    [InlineData(301, FetchOutcome.Gone)]
    public async Task Fetch_GoneAfterARedirect_GoneWhereThatIsPermanent(int status, FetchOutcome outcome)
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/old" ? status : 410;
            context.Response.Headers.Location = "/new";
            return Task.CompletedTask;
        });

        Assert.Equal(outcome, (await FetchAsync(new FeedRequest($"{server.Address}old"))).Outcome);
    }

    [Theory]
    [InlineData("Cache-Control", "max-age=900", 900)]
    [InlineData("Cache-Control", "no-cache, max-age=900", null)]
    [InlineData("Cache-Control", "max-age=0", null)]
    [InlineData("Expires", "0", null)]
    [InlineData("Expires", "Thu, 01 Jan 1970 00:00:00 GMT", null)]
    public async Task Fetch_Unchanged_FreshFor(string header, string value, int? seconds)
    {
        await using var server = await LocalServer.StartAsync(304, "", (header, value));

        var freshness = (await FetchAsync(new FeedRequest($"{server.Address}"))).Freshness;

        Assert.Equal(seconds is null ? null : new Freshness(TimeSpan.FromSeconds(seconds.Value), header), freshness);
    }

    [Fact]
    public async Task Fetch_Expires_FreshFromItsDate()
    {
        await using var server = await LocalServer.StartAsync(
            200, "<rss/>", ("Date", "Sat, 14 Mar 2026 09:00:00 GMT"), ("Expires", "Sat, 14 Mar 2026 10:00:00 GMT"), ("Age", "30"));

        Assert.Equal(new Freshness(TimeSpan.FromHours(1), "Expires"), (await FetchAsync(new FeedRequest($"{server.Address}"))).Freshness);
    }

    [Fact]
    public async Task Fetch_MaxAgeOfAnOldAnswer_LessItsAge()
    {
        await using var server = await LocalServer.StartAsync(200, "<rss/>", ("Cache-Control", "max-age=900"), ("Age", "300"));

        Assert.Equal(new Freshness(TimeSpan.FromMinutes(10), "Cache-Control"), (await FetchAsync(new FeedRequest($"{server.Address}"))).Freshness);
    }

    [Fact]
    public async Task Fetch_SlowAnswer_EndsAtTheTimeLimit()
    {
        await using var server = await LocalServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("<rss>");
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        var client = new FeedClient(_http, new ImpatientTime(), () => null);

        var result = await client.FetchAsync(new FeedRequest($"{server.Address}"), TestContext.Current.CancellationToken);

        Assert.Equal("no complete answer within 30 s", result.Error);
    }

    [Fact]
    public async Task Fetch_LengthThatLies_NamedError()
    {
        var address = await AnswerOnceAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss>");

        Assert.Equal("the answer ended before it was complete", (await FetchAsync(new FeedRequest(address))).Error);
    }

    [Fact]
    public async Task Fetch_NotHttp_NamedError()
    {
        var address = await AnswerOnceAsync("220 mail.example ESMTP\r\n");

        Assert.Equal("the answer is not HTTP", (await FetchAsync(new FeedRequest(address))).Error);
    }

    [Fact]
    public async Task Fetch_NobodyListens_NamedError()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var result = await FetchAsync(new FeedRequest($"http://127.0.0.1:{port}/"));

        Assert.Equal("127.0.0.1 refuses connections", result.Error);
    }

    [Fact]
    public async Task Fetch_CallerCancels_Throws()
    {
        await using var server = await LocalServer.StartAsync(
            context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var client = new FeedClient(_http, TimeProvider.System, () => null);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.FetchAsync(new FeedRequest($"{server.Address}"), cancelled.Token));
    }

    private sealed class Listening(List<HttpRequestMessage> asked) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            asked.Add(request);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotModified));
        }
    }

    private static async Task<string> AnswerOnceAsync(string answer)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = Task.Run(async () =>
        {
            using (listener)
            {
                using var connection = await listener.AcceptTcpClientAsync();
                await using var stream = connection.GetStream();
                await stream.ReadAtLeastAsync(new byte[4096], 1);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
            }
        });
        return $"http://127.0.0.1:{port}/";
    }

    private Task<FetchResult> FetchAsync(FeedRequest request) =>
        new FeedClient(_http, TimeProvider.System, () => "ops@example.org").FetchAsync(request, TestContext.Current.CancellationToken);

    private static byte[] Zipped(byte[] bytes)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return buffer.ToArray();
    }
}
