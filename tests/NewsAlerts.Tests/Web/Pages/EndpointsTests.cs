using System.Text;
using NewsAlerts.Web.Pages;

namespace NewsAlerts.Tests.Web.Pages;

public class EndpointsTests
{
    private static readonly Endpoints Endpoints = new([new Echo()]);

    [Fact]
    public async Task Answer_Form_ReachesItsEndpointWithItsValues()
    {
        var answer = await AnswerAsync("POST", "/echo/a%2Fb", "name=Jos%C3%A9+R.&x=1&x=2");

        Assert.Equal("POST a%2Fb José R. 1", Encoding.UTF8.GetString(answer.Body.Span));
        Assert.Equal("text/html; charset=utf-8", answer.ContentType);
    }

    [Theory]
    [InlineData("GET", "/", 404)]
    [InlineData("GET", "/other", 404)]
    [InlineData("GET", "/Echo", 404)]
    [InlineData("PUT", "/echo", 405)]
    [InlineData("HEAD", "/echo", 200)]
    public async Task Answer_PathAndMethod_StatusSaysWhatIsThere(string method, string path, int status) =>
        Assert.Equal(status, (await AnswerAsync(method, path, "")).Status);

    [Theory]
    [InlineData(64, 200)]
    [InlineData(65, 413)]
    public async Task Answer_Body_NoLongerThanTheEndpointAllows(int length, int status) =>
        Assert.Equal(status, (await AnswerAsync("POST", "/echo", new string('x', length))).Status);

    [Theory]
    [InlineData("GET", "/echo")]
    [InlineData("GET", "/other")]
    [InlineData("PUT", "/echo")]
    public async Task Answer_Any_CarriesTheHeadersThatMakeItSafe(string method, string path)
    {
        var answer = await AnswerAsync(method, path, "");

        Assert.StartsWith("default-src 'none';", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        Assert.Equal("same-origin", answer.Headers["Referrer-Policy"]);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
    }

    private static async Task<PageAnswer> AnswerAsync(string method, string path, string body)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(body));
        var request = new PageRequest
        {
            Method = method,
            Path = path,
            Headers = new Dictionary<string, string> { ["Content-Type"] = "application/x-www-form-urlencoded; charset=utf-8" },
        };
        return await Endpoints.AnswerAsync(request, stream, TestContext.Current.CancellationToken);
    }

    private sealed class Echo : IEndpoint
    {
        public string Name => "echo";

        public IReadOnlyList<string> Methods { get; } = ["GET", "POST"];

        public int MaxBodyBytes => 64;

        public Task<PageAnswer> AnswerAsync(PageRequest request, CancellationToken cancellationToken) => Task.FromResult(
            PageAnswer.Html(200, $"{request.Method} {request.Segments.ElementAtOrDefault(1)} {request.Form["name"]} {request.Form["x"]}"));
    }
}
