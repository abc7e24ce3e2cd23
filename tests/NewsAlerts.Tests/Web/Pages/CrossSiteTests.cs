using System.Net;
using System.Text;
using NewsAlerts.Subscriptions;
using NewsAlerts.Web.Pages;

namespace NewsAlerts.Tests.Web.Pages;

/// <summary>Which posts are refused for coming from a page of another site.</summary>
public sealed class CrossSiteTests : IDisposable
{
    private readonly ReaderPages _pages = new();

    public void Dispose() => _pages.Dispose();

    [Theory]
    [InlineData("", "", "", 202)]
    [InlineData("same-origin", "https://alerts.example.org", "", 202)]
    [InlineData("same-origin", "null", "", 202)]
    [InlineData("none", "", "", 202)]
    [InlineData("cross-site", "https://evil.example", "", 403)]
    [InlineData("cross-site", "https://alerts.example.org", "", 403)]
    [InlineData("same-site", "https://other.example.org", "", 403)]
    [InlineData("Same-Origin", "https://evil.example", "", 403)]
    [InlineData("", "https://evil.example", "", 403)]
    [InlineData("", "null", "", 403)]
    [InlineData("", "file://", "", 403)]
    [InlineData("", "https://alerts.example.org", "10.0.0.5:8080", 202)]
    [InlineData("", "https://alerts.example.org.evil.example", "10.0.0.5:8080", 403)]
    [InlineData("", "http://alerts.example.org", "10.0.0.5:8080", 403)]
    [InlineData("", "http://192.168.1.5:8080", "192.168.1.5:8080", 202)]
    [InlineData("", "http://192.168.1.5:9090", "192.168.1.5:8080", 403)]
    public async Task Post_Form_RefusedWhereAnotherSiteSentIt(string site, string origin, string host, int status) => Assert.Equal(
        status,
        (await PostAsync("/subscriptions", "address=ada%40example.org&query=Lavrov", "application/x-www-form-urlencoded", site, origin, host)).Status);

    [Theory]
    [InlineData("application/json", "", 202)]
    [InlineData("application/json", "https://evil.example", 403)]
    [InlineData("application/jsonfoo", "", 400)]
    public async Task Post_Json_ByProgramsAlone(string type, string origin, int status) => Assert.Equal(
        status,
        (await PostAsync("/subscriptions", """{ "address": "ada@example.org", "query": "Lavrov" }""", type, "", origin, "")).Status);

    [Theory]
    [InlineData("List-Unsubscribe=One-Click", 200, 0)]
    [InlineData("action=stop", 403, 1)]
    public async Task Post_Unsubscribe_OneClickOfAMailProgramAlone(string body, int status, int left)
    {
        await _pages.AddAsync(ReaderPages.Subscribed());
        var link = ReaderPages.PathOf(_pages.Links.Of(ReaderPages.Reader, "5e1b0a7c")?.Unsubscribe);

        var answer = await PostAsync(link, body, "application/x-www-form-urlencoded", "cross-site", "https://mail.example", "");

        Assert.Equal(status, answer.Status);
        var subscriber = await _pages.Subscribers.FindAsync(ReaderPages.Reader, TestContext.Current.CancellationToken);
        Assert.Equal(left, subscriber?.Subscriptions.Count);
    }

    [Fact]
    public async Task Post_OneClickElsewhere_IsRefused() => Assert.Equal(
        403,
        (await PostAsync("/subscriptions/manage", "List-Unsubscribe=One-Click", "application/x-www-form-urlencoded", "cross-site", "", "")).Status);

    // Hubs are programs, and what they say is signed.
    [Fact]
    public async Task Post_Announcement_IsNoForm() => Assert.Equal(
        410, (await PostAsync("/websub/0123abcd/token", "<rss/>", "application/rss+xml", "cross-site", "https://hub.example", "")).Status);

    [Fact]
    public async Task Get_LinkOnAnotherSite_IsFollowed() => Assert.Equal(
        200, (await SendAsync("GET", "/subscriptions", "", "", "cross-site", "", "")).Status);

    private Task<PageAnswer> PostAsync(string path, string body, string type, string site, string origin, string host) =>
        SendAsync("POST", path, body, type, site, origin, host);

    private async Task<PageAnswer> SendAsync(string method, string path, string body, string type, string site, string origin, string host)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Content-Type"] = type,
            ["Sec-Fetch-Site"] = site,
            ["Origin"] = origin,
            ["Host"] = host,
        };
        var question = path.IndexOf('?', StringComparison.Ordinal);
        var request = new PageRequest
        {
            Method = method,
            Path = question < 0 ? path : path[..question],
            Query = question < 0 ? FormValues.None : FormValues.Parse(path[question..]),
            Headers = headers.Where(header => header.Value.Length > 0).ToDictionary(StringComparer.OrdinalIgnoreCase),
            RemoteAddress = IPAddress.Parse("198.51.100.7"),
        };
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(body));
        return await _pages.Get<Endpoints>().AnswerAsync(request, stream, TestContext.Current.CancellationToken);
    }
}
