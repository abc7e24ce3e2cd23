using System.IO.Compression;
using System.Text;

namespace NewsAlerts.Tests.Support;

/// <summary>Documents that are made to exhaust whoever reads them.</summary>
internal static class HostileDocuments
{
    /// <summary>Ten entities, each ten times the one before: a billion laughs.</summary>
    public static byte[] BillionLaughs { get; } = Encoding.UTF8.GetBytes(
        "<!DOCTYPE rss [<!ENTITY lol0 \"lol\">"
        + string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY lol{i} \"{Repeat($"&lol{i - 1};", 10)}\">"))
        + "]><rss><channel><title>&lol9;</title></channel></rss>");

    /// <summary>Elements ten thousand deep.</summary>
    public static byte[] TenThousandDeep { get; } = Encoding.UTF8.GetBytes($"<rss>{Repeat("<a>", 10_000)}{Repeat("</a>", 10_000)}</rss>");

    /// <summary>A thousand gzip members (RFC 1952 §2.2) of a megabyte of white space each: a megabyte that becomes a gigabyte.</summary>
    public static byte[] GzipBomb { get; } = [.. Enumerable.Repeat(Member(), 1000).SelectMany(bytes => bytes)];

    private static byte[] Member()
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.SmallestSize))
        {
            var spaces = new byte[1_000_000];
            spaces.AsSpan().Fill((byte)' ');
            gzip.Write(spaces);
        }

        return buffer.ToArray();
    }

    private static string Repeat(string piece, int count) => string.Concat(Enumerable.Repeat(piece, count));
}
