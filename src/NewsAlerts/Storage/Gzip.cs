using System.IO.Compression;

namespace NewsAlerts.Storage;

/// <summary>Documents compressed with gzip (RFC 1952).</summary>
internal static class Gzip
{
    private const byte FirstByte = 0x1f;
    private const byte SecondByte = 0x8b;

    /// <summary>Compresses a content.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    /// <summary>The content as it was before it was compressed; unchanged where it was not.</summary>
    /// <exception cref="InvalidDataException">It is damaged; the message names the document.</exception>
    public static ReadOnlyMemory<byte> Unpack(string name, ReadOnlyMemory<byte> content)
    {
        if (content.Span is not [FirstByte, SecondByte, ..])
        {
            return content;
        }

        try
        {
            using var gzip = new GZipStream(new MemoryStream(content.ToArray()), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            gzip.CopyTo(unpacked);
            return unpacked.GetBuffer().AsMemory(0, (int)unpacked.Length);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"the document {name} cannot be read: {e.Message}", e);
        }
    }
}
