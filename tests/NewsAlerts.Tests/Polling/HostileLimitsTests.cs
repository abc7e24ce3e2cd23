using System.IO.Compression;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Polling.Asking;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Polling;

/// <summary>The documents that everybody tries first: each is a clear error, in 50 MB. How soon is for the benchmarks.</summary>
public class HostileLimitsTests
{
    private const long Most = 50_000_000;

    [Fact]
    public void Parse_BillionLaughs_RefusedInLittleMemory() =>
        AssertRefused(HostileDocuments.BillionLaughs, "The document is a document whose document type makes entities grow from other entities");

    [Fact]
    public void Parse_TenThousandDeep_RefusedInLittleMemory() =>
        AssertRefused(HostileDocuments.TenThousandDeep, "The document is a document nested more than 256 elements deep.");

    [Fact]
    public async Task Read_GigabyteOfGzip_NoMoreThanTheLimitIsUnpacked()
    {
        using var compressed = new MemoryStream(HostileDocuments.GzipBomb);
        await using var bomb = new GZipStream(compressed, CompressionMode.Decompress);

        // Streams in memory answer at once, so that all of it happens on this thread.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (bytes, complete) = await CappedContent.ReadAsync(bomb, FeedClient.MaxBytes, TestContext.Current.CancellationToken);

        Assert.False(complete);
        Assert.Equal(FeedClient.MaxBytes, bytes.Length);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, FeedClient.MaxBytes, Most);
        Assert.InRange(compressed.Position, 0, compressed.Length / 50);
    }

    [Fact]
    public async Task Fetch_GigabyteOfGzip_NamedError()
    {
        await using var server = await LocalServer.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(HostileDocuments.GzipBomb);
        });
        using var http = OutgoingHttp.CreateClient(new AddressGuard(() => ["127.0.0.1"]), System.Net.DecompressionMethods.All);

        var fetched = await new FeedClient(http, TimeProvider.System, () => null)
            .FetchAsync(new FeedRequest(server.Address.AbsoluteUri), TestContext.Current.CancellationToken);

        Assert.Equal("the document has more than 10 MB", fetched.Error);
    }

    private static void AssertRefused(byte[] document, string error)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = FeedParser.Parse(document, new FeedSource());

        Assert.StartsWith(error, result.Error, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Most);
    }
}
