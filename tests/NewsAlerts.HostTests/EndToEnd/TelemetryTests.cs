using System.Text;
using NewsAlerts.HostTests.Azurite;
using NewsAlerts.HostTests.Support;

namespace NewsAlerts.HostTests.EndToEnd;

/// <summary>What the program tells a collector.</summary>
public sealed class TelemetryTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryPlace]
    public async Task Run_CollectorIsNamed_TracesAndMetricsArriveThere(Place place)
    {
        await using var web = await LocalWeb.StartAsync();
        web.Serve("/feed.xml", new NewsItem("News", "https://news.example.org/1"));
        web.Answer("/hook", 204);
        web.Answer("/v1/traces", 200);
        web.Answer("/v1/metrics", 200);
        using var installation = await azurite.InstallAsync(place, $$"""
            settings: { contact: ops@example.org, allowPrivate: [127.0.0.1] }
            feeds: [ { url: "{{web["/feed.xml"]}}" } ]
            rules: [ { name: all, when: news, notify: [desk] } ]
            destinations: [ { name: desk, type: webhook, url: "{{web["/hook"]}}" } ]
            """);
        await using var program = installation.Run(
            [("OTEL_EXPORTER_OTLP_ENDPOINT", web["/"].AbsoluteUri), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")], "--once");
        Assert.Equal(0, await program.WaitAsync(Token));

        var traces = string.Concat(web.RequestsTo("/v1/traces").Select(request => Encoding.Latin1.GetString(request.Body)));
        Assert.All(
            ["PollFeeds", "MatchItems", "SendAlerts", "Deliver webhook"],
            step => Assert.Contains(step, traces, StringComparison.Ordinal));
        var metrics = string.Concat(web.RequestsTo("/v1/metrics").Select(request => Encoding.Latin1.GetString(request.Body)));
        Assert.All(
            ["newsalerts.feeds.polled", "newsalerts.items.new", "newsalerts.matches", "newsalerts.deliveries", "newsalerts.alert.delay"],
            instrument => Assert.Contains(instrument, metrics, StringComparison.Ordinal));
    }
}
