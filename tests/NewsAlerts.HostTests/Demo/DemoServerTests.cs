using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using NewsAlerts.Local.Demo;
using NewsAlerts.Local.Demo.Sites;

namespace NewsAlerts.HostTests.Demo;

public sealed class DemoServerTests : IAsyncLifetime, IDisposable
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    private readonly HttpClient _http = new();
    private readonly Newsroom _newsroom = new(StoryFile.Read(), TimeProvider.System);
    private readonly WebhookReceiver _receiver = new(Key, TimeProvider.System);
    private DemoServer? _server;

    private string Address => _server?.Address ?? "";

    public async ValueTask InitializeAsync() =>
        _server = await DemoServer.StartAsync(_newsroom, _receiver, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Feed_AskedWithItsETag_IsSentOnlyAfterSomethingNew()
    {
        using var first = await GetAsync("/meridian/feed", null);
        var etag = first.Headers.ETag?.ToString();
        using var unchanged = await GetAsync("/meridian/feed", etag);
        _newsroom.TellNext();
        using var changed = await GetAsync("/meridian/feed", etag);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.NotNull(etag);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Theory]
    [InlineData("/meridian/moscow-beijing-taiwan", HttpStatusCode.OK)]
    [InlineData("/meridian/no-such-story", HttpStatusCode.NotFound)]
    [InlineData("/no-such-site/feed", HttpStatusCode.NotFound)]
    public async Task Page_ByItsAddress_IsThereOrNot(string path, HttpStatusCode expected)
    {
        using var answer = await GetAsync(path, null);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Desk_MessageSentTwice_CountsItsAlertsOnce()
    {
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(Key, TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(Key, TimeSpan.Zero));

        Assert.Equal(2, _receiver.Alerts);
        Assert.Equal(0, _receiver.Refused);
    }

    [Fact]
    public async Task Desk_WrongKey_IsRefused()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(RandomNumberGenerator.GetBytes(32), TimeSpan.Zero));

        Assert.Equal(0, _receiver.Alerts);
        Assert.Equal(1, _receiver.Refused);
    }

    [Fact]
    public async Task Desk_SignedLongAgo_IsRefused() =>
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Key, TimeSpan.FromMinutes(6)));

    [Fact]
    public async Task Desk_NotSigned_IsRefused()
    {
        using var content = new StringContent("{}");
        using var answer = await _http.PostAsync(Address + "/desk", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string? etag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address + path);
        request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Signs as Standard Webhooks says, without the code that is to be verified.</summary>
    private async Task<HttpStatusCode> PostAsync(byte[] key, TimeSpan age)
    {
        const string Body = """{"data":{"alerts":[{"id":"a"},{"id":"b"}]}}""";
        var timestamp = (TimeProvider.System.GetUtcNow() - age).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"msg_1.{timestamp}.{Body}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, Address + "/desk") { Content = new StringContent(Body) };
        request.Headers.Add("webhook-id", "msg_1");
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.TryAddWithoutValidation("webhook-signature", $"v1,{Convert.ToBase64String(signature)}");
        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
