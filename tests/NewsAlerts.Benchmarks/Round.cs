using System.Diagnostics;
using System.Globalization;
using System.Net;
using NewsAlerts.Http;

namespace NewsAlerts.Benchmarks;

/// <summary>
/// A poll round of 10,000 feeds on 200 local hosts: when none has changed, and when one in ten has. Beside it, the same
/// requests by a bare client that keeps nothing: two at a time to a host and 32 in all, as the service does.
/// </summary>
internal static class Round
{
    private const int Feeds = 10_000;
    private const int Hosts = 200;
    private const int OneIn = 10;
    private const double MostSeconds = 20;
    private const double MostMegabytes = 250;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("alerts-round-").FullName;
        try
        {
            await using var server = await FeedServer.StartAsync(Feeds, Hosts);
            var config = Path.Combine(folder, "alerts.yaml");
            await File.WriteAllTextAsync(config, Configuration(server));
            string[] options = ["--config", config, "--data", Path.Combine(folder, "data")];

            Console.WriteLine("                      seconds   times a bare client   peak MB   304   200");
            await MeasureAsync("first, all new", server, options, _ => null);
            var isFast = await MeasureAsync("nothing new", server, options, server.ETagOf);
            server.Publish(OneIn);
            await MeasureAsync("one in ten changed", server, options, feed => feed % OneIn == 0 ? null : server.ETagOf(feed));
            return isFast ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<bool> MeasureAsync(string label, FeedServer server, string[] options, Func<int, string?> knownToBare)
    {
        var (exitCode, elapsed, peak, output) = await AlertsProcess.RunOnceAsync(options);
        var (unchanged, documents) = server.TakeCounts();
        var bare = await AskBareAsync(server, knownToBare);
        server.TakeCounts();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{label,-20} {elapsed.TotalSeconds,8:0.0} {elapsed / bare,20:0.0} {peak / 1e6,9:0} {unchanged,5} {documents,5}"));
        if (exitCode != 0 || unchanged + documents != Feeds)
        {
            Console.WriteLine($"exit code {exitCode}, {unchanged + documents} of {Feeds} requests\n{output}");
            return false;
        }

        return elapsed.TotalSeconds <= MostSeconds && peak / 1e6 <= MostMegabytes;
    }

    private static async Task<TimeSpan> AskBareAsync(FeedServer server, Func<int, string?> known)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = HostGate.RequestsAHost, UseProxy = false };
        using var http = new HttpClient(handler);
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            server.Feeds.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (feed, cancellationToken) =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, feed.Item);
                if (known(feed.Index) is { } eTag)
                {
                    request.Headers.TryAddWithoutValidation("If-None-Match", eTag);
                }

                using var answer = await http.SendAsync(request, cancellationToken);
                if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NotModified))
                {
                    throw new InvalidOperationException($"answered {answer.StatusCode}");
                }
            });
        return Stopwatch.GetElapsedTime(started);
    }

    private static string Configuration(FeedServer server) => $"""
        settings:
          contact: ops@example.org
          every: 1m
          allowPrivate: [{string.Join(", ", server.HostNames)}]
        destinations:
          - name: desk
            type: webhook
            url: {server.Feeds[0]}
        rules:
          - name: None
            when: nothingofthekind
            notify: [desk]
        feeds:
        {string.Join('\n', server.Feeds.Select(feed => $"  - {{ url: '{feed}', every: 1s }}"))}
        """;
}
