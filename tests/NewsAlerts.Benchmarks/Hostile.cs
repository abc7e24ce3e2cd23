using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Polling.Asking;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Benchmarks;

/// <summary>
/// How long documents take that are made to hurt, and how much memory, beside an ordinary feed of a megabyte. Fails where
/// one takes a second, or 50 MB.
/// </summary>
internal static class Hostile
{
    private const long MostBytes = 50_000_000;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync()
    {
        var ordinary = Ordinary();
        var usual = await MeasureAsync("an ordinary feed of 1 MB", () => Task.FromResult(FeedParser.Parse(ordinary, new FeedSource()).Error), null);
        (TimeSpan, long)[] measured =
        [
            await MeasureAsync("a billion laughs", () => Task.FromResult(FeedParser.Parse(HostileDocuments.BillionLaughs, new FeedSource()).Error), usual),
            await MeasureAsync("10,000 elements deep", () => Task.FromResult(FeedParser.Parse(HostileDocuments.TenThousandDeep, new FeedSource()).Error), usual),
            await MeasureAsync("a gigabyte of gzip", UnpackAsync, usual),
        ];
        return Array.TrueForAll(measured, cost => cost.Item1 < MostTime && cost.Item2 < MostBytes) ? 0 : 1;
    }

    private static async Task<string?> UnpackAsync()
    {
        await using var bomb = new GZipStream(new MemoryStream(HostileDocuments.GzipBomb), CompressionMode.Decompress);
        var (_, complete) = await CappedContent.ReadAsync(bomb, FeedClient.MaxBytes, CancellationToken.None);
        return complete ? null : "the document has more than 10 MB";
    }

    private static async Task<(TimeSpan Time, long Bytes)> MeasureAsync(
        string what, Func<Task<string?>> work, (TimeSpan Time, long Bytes)? beside)
    {
        await work();
        var (started, before) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes(precise: true));
        var error = await work();
        var (time, bytes) = (Stopwatch.GetElapsedTime(started), GC.GetTotalAllocatedBytes(precise: true) - before);
        var ratio = beside is { } usual ? $"{time / usual.Time:0.00} of its time, {(double)bytes / usual.Bytes:0.00} of its memory" : "";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what,-26} {time.TotalMilliseconds,8:0.0} ms {bytes / 1e6,8:0.0} MB   {ratio}   {error}"));
        return (time, bytes);
    }

    private static byte[] Ordinary() => Encoding.UTF8.GetBytes(
        "<rss version='2.0'><channel><title>Wire</title>"
        + string.Concat(Enumerable.Range(0, 2000).Select(i =>
            $"<item><title>Item {i}</title><link>https://news.example/{i}</link><guid>{i}</guid><description>&lt;p&gt;{new string('x', 350)}&lt;/p&gt;</description></item>"))
        + "</channel></rss>");
}
