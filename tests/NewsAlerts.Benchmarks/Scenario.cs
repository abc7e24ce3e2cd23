using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NewsAlerts.HostTests.Azurite;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Benchmarks;

/// <summary>
/// The whole way from poll to delivery: 300 local feeds of 30 items, 1,000 rules, one webhook, every item matches.
/// Measures <c>alerts run --once</c> as a process of its own; the feeds and the webhook are served from this one.
/// </summary>
internal static class Scenario
{
    private const int Feeds = 300;
    private const int ItemsAFeed = 30;
    private const int Rules = 1000;

    public static async Task<int> RunAsync(IReadOnlyCollection<string> options)
    {
        // An account that is named is used as it is; otherwise there is an Azurite for this.
        const string Setting = "AlertsStorage";
        await using var azurite = options.Contains("azure") && Environment.GetEnvironmentVariable(Setting) is null
            ? await AzuriteServer.StartAsync()
            : null;
        var folder = Directory.CreateTempSubdirectory("alerts-scenario-").FullName;
        try
        {
            await using var server = await LocalServer.StartAsync(AnswerAsync);
            var config = Path.Combine(folder, "alerts.yaml");
            await File.WriteAllTextAsync(config, Configuration(server.Address));

            var account = azurite?.NewAccount();
            var (exitCode, elapsed, peakBytes, output) = await AlertsProcess.RunOnceAsync(
                ["--config", config, "--data", Path.Combine(folder, "data"), .. options],
                account is null ? null : (Setting, account));
            foreach (var line in output.TrimEnd().Split('\n').SkipWhile(line => !line.Contains(" failed; ", StringComparison.Ordinal)))
            {
                Console.WriteLine(line);
            }

            return Report(exitCode, elapsed, peakBytes, server.Requests);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Report(
        int exitCode, TimeSpan elapsed, long peakBytes, IReadOnlyList<ReceivedRequest> requests)
    {
        var deliveries = requests.Where(request => request.Method == "POST").ToList();
        var alerts = deliveries.SelectMany(AlertIds).ToList();
        var distinct = alerts.Distinct().Count();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            exit code           {exitCode}
            wall time           {elapsed.TotalSeconds:0.0} s
            peak memory         {peakBytes / 1e6:0} MB
            items               {distinct / elapsed.TotalSeconds:0} a second
            distinct alert ids  {distinct} of {Feeds * ItemsAFeed}
            duplicates          {alerts.Count - distinct}
            deliveries          {deliveries.Count}
            """));
        return exitCode == 0 && distinct == Feeds * ItemsAFeed && alerts.Count == distinct ? 0 : 1;
    }

    private static Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Method == "POST")
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "application/rss+xml";
        var feed = int.Parse(context.Request.Path.Value.AsSpan(1), CultureInfo.InvariantCulture);
        return context.Response.WriteAsync(FeedOf(feed));
    }

    private static string FeedOf(int feed)
    {
        var xml = new StringBuilder($"<rss version='2.0'><channel><title>Feed {feed}</title><link>https://example.org/</link>");
        var now = TimeProvider.System.GetUtcNow();
        for (var i = 0; i < ItemsAFeed; i++)
        {
            var number = (feed * ItemsAFeed) + i;
            xml.Append(CultureInfo.InvariantCulture, $"""
                <item>
                  <title>Minister speaks of topic{number % Rules} in report {number}</title>
                  <link>https://example.org/{feed}/{i}</link>
                  <guid>{number}</guid>
                  <pubDate>{now.AddMinutes(-i):R}</pubDate>
                  <description>The minister said on the second day of the talks that both sides had come closer to an
                  agreement on trade, and that the text of topic{number % Rules} would be published within a week.
                  Observers in the capital called the announcement vague, and asked what had become of the earlier
                  promises.</description>
                </item>
                """);
        }

        return xml.Append("</channel></rss>").ToString();
    }

    private static string Configuration(Uri server)
    {
        var yaml = new StringBuilder($"""
            settings:
              contact: ops@example.org
              allowPrivate: [127.0.0.1]
            destinations:
              - name: desk
                type: webhook
                url: {server}hook
            feeds:

            """);
        for (var i = 0; i < Feeds; i++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  - url: {server}{i}\n");
        }

        yaml.Append("rules:\n");
        for (var i = 0; i < Rules; i++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  - {{ name: Rule {i}, when: minister AND topic{i}, notify: [desk] }}\n");
        }

        return yaml.ToString();
    }

    private static IEnumerable<string?> AlertIds(ReceivedRequest delivery)
    {
        using var body = JsonDocument.Parse(delivery.Body);
        var alerts = body.RootElement.GetProperty("data").GetProperty("alerts");
        return [.. alerts.EnumerateArray().Select(alert => alert.GetProperty("id").GetString())];
    }
}
