using System.Diagnostics;
using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using AngleSharp.Html.Parser;
using CodeHollow.FeedReader;
using NewsAlerts.Feeds;

namespace NewsAlerts.Benchmarks;

/// <summary>
/// Parses the feeds of the corpus, on one thread: how fast, and how much that allocates. Beside it, on the same bytes, two feed
/// readers of .NET, and what others need for nothing but to read through them: the framework's XML reader, which gives up at the
/// first error, and AngleSharp's HTML parser, which recovers from all.
/// </summary>
internal static class Parsing
{
    private const int Passes = 7;

    public static int Run()
    {
        if (Corpus.Read() is not { } files)
        {
            return 2;
        }

        var feeds = files.Where(file => Corpus.Parse(file) is not null).ToList();
        Peer[] peers =
        [
            new("CodeHollow", ReadCodeHollow, ReadableFeeds(feeds, ReadCodeHollow)),
            new("Syndication", ReadSyndication, ReadableFeeds(feeds, ReadSyndication)),
            new("XmlReader", ReadXml, feeds),
            new("AngleSharp", ReadHtml, feeds),
        ];

        Console.WriteLine("Each reader on the feeds that it can read, and ours on the same ones, by turns; the median of the passes.\n");
        Console.WriteLine("               feeds     MB    MB/s   kB a feed   ours: MB/s   kB a feed   its time of ours   its kB of ours");
        foreach (var peer in peers)
        {
            Report(peer);
        }

        return 0;
    }

    private static void Report(Peer peer)
    {
        var (its, ours) = (new List<Cost>(), new List<Cost>());
        for (var pass = 0; pass <= Passes; pass++)
        {
            its.Add(Measure(peer.Feeds, peer.Read));
            ours.Add(Measure(peer.Feeds, ReadOurs));
        }

        var (cost, own) = (Median(its), Median(ours));
        var (count, megabytes) = (peer.Feeds.Count, peer.Feeds.Sum(feed => feed.Length) / 1e6);
        var (itsSpeed, ourSpeed) = (megabytes / cost.Time.TotalSeconds, megabytes / own.Time.TotalSeconds);
        var (itsMemory, ourMemory) = (cost.Bytes / 1e3 / count, own.Bytes / 1e3 / count);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{peer.Name,-13} {count,6} {megabytes,6:0.0} {itsSpeed,7:0.0} {itsMemory,11:0} {ourSpeed,12:0.0} {ourMemory,11:0} "
            + $"{cost.Time / own.Time,18:0.00} {itsMemory / ourMemory,16:0.00}"));
    }

    // The first pass warms up.
    private static Cost Median(IEnumerable<Cost> costs) => costs.Skip(1).OrderBy(cost => cost.Time).ElementAt(Passes / 2);

    private static Cost Measure(IReadOnlyList<byte[]> feeds, Action<byte[]> read)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        foreach (var feed in feeds)
        {
            read(feed);
        }

        return new Cost(Stopwatch.GetElapsedTime(started), GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    private static IReadOnlyList<byte[]> ReadableFeeds(IEnumerable<byte[]> feeds, Action<byte[]> read) =>
        [.. feeds.Where(feed => IsRead(feed, read))];

    // The readers throw exceptions of many types.
    private static bool IsRead(byte[] feed, Action<byte[]> read)
    {
        try
        {
            read(feed);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private static void ReadOurs(byte[] feed) => FeedParser.Parse(feed, new FeedSource());

    private static void ReadCodeHollow(byte[] feed) => FeedReader.ReadFromByteArray(feed);

    private static void ReadSyndication(byte[] feed)
    {
        using var reader = XmlReader.Create(new MemoryStream(feed));
        SyndicationFeed.Load(reader);
    }

    private static void ReadXml(byte[] feed)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
        using var reader = XmlReader.Create(new MemoryStream(feed), settings);
        try
        {
            while (reader.Read())
            {
                _ = reader.NodeType == XmlNodeType.Text ? reader.Value : null;
            }
        }
        catch (XmlException)
        {
            // It reads no further: what it has read is what it costs.
        }
    }

    private static void ReadHtml(byte[] feed)
    {
        using var document = new HtmlParser().ParseDocument(new MemoryStream(feed));
    }

    private sealed record Peer(string Name, Action<byte[]> Read, IReadOnlyList<byte[]> Feeds);

    private sealed record Cost(TimeSpan Time, long Bytes);
}
