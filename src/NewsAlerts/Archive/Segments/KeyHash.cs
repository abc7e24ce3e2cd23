using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NewsAlerts.Archive.Segments;

/// <summary>What stored documents are found by: 64 bits of a hash. Stored for months: it must never change for the same input.</summary>
internal static class KeyHash
{
    private const int BytesOnStack = 512;

    /// <summary>The key of a text.</summary>
    /// <param name="kind">What the text is, so that a link is never taken for an id.</param>
    /// <param name="text">The text.</param>
    public static ulong Of(string kind, string text)
    {
        var named = $"{kind}\n{text}";
        var size = Encoding.UTF8.GetMaxByteCount(named.Length);
        var bytes = size <= BytesOnStack ? stackalloc byte[size] : new byte[size];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(named, bytes)], hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}
