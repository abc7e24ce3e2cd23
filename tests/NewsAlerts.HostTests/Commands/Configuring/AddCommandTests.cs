using Microsoft.AspNetCore.Http;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Commands.Configuring;

namespace NewsAlerts.HostTests.Commands.Configuring;

public sealed class AddCommandTests : IAsyncLifetime
{
    private const string Before = "settings: { allowPrivate: [127.0.0.1] } # ours\nfeeds:\n  # the first\n  - url: https://example.org/a\n\nrules: []\n";

    private readonly CommandRun _run = new();
    private LocalWeb? _web;

    private LocalWeb Web => _web ?? throw new InvalidOperationException();

    private string Written => File.ReadAllText(_run.PathOf("alerts.yaml"));

    public async ValueTask InitializeAsync()
    {
        _web = await LocalWeb.StartAsync();
        _run.Write("alerts.yaml", Before);
        Web.Serve("/one.xml", new NewsItem("One", "https://news.example.org/1"), new NewsItem("Two", "https://news.example.org/2"));
        Web.Serve("/two.xml", new NewsItem("Three", "https://news.example.org/3"));
        Web.Answer("/", context => context.Response.WriteAsync(
            "<html><head><link rel=alternate type=application/rss+xml href=/one.xml><link rel=alternate type=application/rss+xml href=/two.xml>"));
    }

    public async ValueTask DisposeAsync()
    {
        _run.Dispose();
        await Web.DisposeAsync();
    }

    [Fact]
    public void Add_Feed_IsAddedAndTheCommentsStay()
    {
        var (exitCode, output, error) = Add("/two.xml", "--name", "Wire", "--tag", "asia", "--tag", "news");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal($"1  The Daily Test - rss, 1 item, newest 1 h ago\n   {Web["/two.xml"]}\n+ Wire (asia, news)\nalerts.yaml: 1 added, 0 already there\n", output);
        Assert.Equal(
            Before.Replace("/a\n", $"/a\n  - url: {Web["/two.xml"]}\n    name: Wire\n    tags: [asia, news]\n", StringComparison.Ordinal), Written);
    }

    [Fact]
    public void Add_SeveralFeedsAndNobodyToAsk_ShowsThemAndAddsNone()
    {
        var (exitCode, output, error) = Add("/");

        Assert.Equal(2, exitCode);
        Assert.Equal(
            $"1  The Daily Test - rss, 2 items, newest 1 h ago\n   {Web["/one.xml"]}\n2  The Daily Test - rss, 1 item, newest 1 h ago\n   {Web["/two.xml"]}\n", output);
        Assert.Equal("alerts: there are 2 feeds: add '--pick 1' to '--pick 2', or '--yes' for the first.\n", error);
        Assert.Equal(Before, Written);
    }

    [Theory]
    [InlineData("/two.xml", "--pick", "2")]
    [InlineData("/one.xml", "--pick", "1")]
    [InlineData("/one.xml", "--yes")]
    public void Add_SeveralFeedsAndAChoice_AddsIt(string added, params string[] options)
    {
        Assert.Equal(0, Add("/", options).ExitCode);
        Assert.Contains($"  - url: {Web[added]}\n", Written, StringComparison.Ordinal);
        Assert.Equal(2, Written.Split("- url:").Length - 1);
    }

    [Fact]
    public void Add_NumberThatIsNotThere_IsRefused()
    {
        var (exitCode, _, error) = Add("/", "--pick", "3");

        Assert.Equal((2, "alerts: there is no feed 3: there are 2 feeds.\n"), (exitCode, error));
        Assert.Equal(Before, Written);
    }

    [Fact]
    public void Add_NoFeed_SaysWhatIsThere()
    {
        Web.Answer("/", context => context.Response.WriteAsync("<html><body>Hello"));

        var (exitCode, _, error) = Add("/");

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"alerts: {Web["/"]}: The document is an HTML page; it links to no feed.", error, StringComparison.Ordinal);
        Assert.Equal(Before, Written);
    }

    [Fact]
    public void Add_PrivateAddress_SaysHowToAllowIt()
    {
        _run.Write("alerts.yaml", "feeds: []\n");

        var (exitCode, _, error) = Add("/two.xml");

        Assert.Equal(1, exitCode);
        Assert.Contains("to allow it, name the host under settings: allowPrivate", error, StringComparison.Ordinal);
    }

    private (int ExitCode, string Output, string Error) Add(string path, params string[] options) =>
        _run.Invoke(AddCommand.Create(), [Web[path].AbsoluteUri, "--config", _run.PathOf("alerts.yaml"), .. options]);
}
