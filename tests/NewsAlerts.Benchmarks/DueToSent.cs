using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using NewsAlerts.Local.Running;
using NewsAlerts.Polling.Shards;
using NewsAlerts.Storage;

namespace NewsAlerts.Benchmarks;

/// <summary>
/// How long it takes from the moment a feed is due until its news is at a webhook, while the timer of <c>alerts run</c> comes round
/// once a minute: on files, by the real clock. The feeds' intervals are all different, so that they are due at any second.
/// </summary>
internal static class DueToSent
{
    private const double MostSeconds = 5;

    private static readonly int[] Intervals = [61, 67, 71, 73, 79, 83];
    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs so many minutes, and prints the seconds. Returns 1 where half of them are more than five.</summary>
    public static async Task<int> RunAsync(double minutes)
    {
        var folder = Directory.CreateTempSubdirectory("alerts-due-").FullName;
        try
        {
            var seconds = await MeasureAsync(folder, TimeSpan.FromMinutes(minutes));
            if (seconds.Count == 0)
            {
                Console.WriteLine("no feed was due: let it run for some minutes more");
                return 1;
            }

            seconds.Sort();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"from due to webhook, {seconds.Count} polls of {Intervals.Length} feeds: "
                    + $"p50 {seconds[seconds.Count / 2]:0.0} s, most {seconds[^1]:0.0} s"));
            return seconds[seconds.Count / 2] < MostSeconds ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<double>> MeasureAsync(string folder, TimeSpan time)
    {
        var dues = new ConcurrentDictionary<string, DateTimeOffset>();
        var due = new ConcurrentDictionary<string, DateTimeOffset>();
        var seconds = new ConcurrentBag<double>();
        var count = 0;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var server = builder.Build();
        server.Run(async context =>
        {
            if (context.Request.Path == "/hook")
            {
                using var body = await JsonDocument.ParseAsync(context.Request.Body);
                foreach (var alert in body.RootElement.GetProperty("data").GetProperty("alerts").EnumerateArray())
                {
                    if (due.TryGetValue(alert.GetProperty("item").GetProperty("title").GetString() ?? "", out var at))
                    {
                        seconds.Add((TimeProvider.System.GetUtcNow() - at).TotalSeconds);
                    }
                }

                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return;
            }

            var title = string.Create(CultureInfo.InvariantCulture, $"News {Interlocked.Increment(ref count)}");
            if (dues.TryGetValue(context.Request.Path.Value ?? "", out var known) && known > DateTimeOffset.UnixEpoch)
            {
                due[title] = known;
            }

            await context.Response.WriteAsync(
                $"<rss version='2.0'><channel><title>f</title><item><title>{title}</title><link>https://news.example.org/{title[5..]}</link></item></channel></rss>");
        });
        await server.StartAsync();
        var (data, config) = (Path.Combine(folder, "data"), Path.Combine(folder, "alerts.yaml"));
        await File.WriteAllTextAsync(config, Configuration(server.Urls.Single()));
        using var program = AlertsProcess.Start(["--config", config, "--data", data]);
        var shards = new FeedShards(new DataFolder(data, TimeProvider.System).Documents);
        for (var end = TimeProvider.System.GetUtcNow() + time; TimeProvider.System.GetUtcNow() < end; await Task.Delay(Watch))
        {
            foreach (var feed in (await shards.ReadAsync("0001", CancellationToken.None))?.Feeds ?? [])
            {
                dues[new Uri(feed.Url).AbsolutePath] = feed.Due ?? default;
            }
        }

        await program.InterruptAsync();
        await program.EndAsync();
        return [.. seconds];
    }

    private static string Configuration(string address) => $$"""
        settings: { contact: ops@example.org, allowPrivate: [127.0.0.1] }
        feeds:
        {{string.Join('\n', Intervals.Select(interval => $"  - {{ url: '{address}/{interval}', every: {interval}s }}"))}}
        rules: [{ name: News, when: news, notify: [hook] }]
        destinations: [{ name: hook, type: webhook, url: '{{address}}/hook', group: 0s }]
        """;
}
