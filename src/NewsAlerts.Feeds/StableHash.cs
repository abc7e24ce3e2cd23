using System.Security.Cryptography;
using System.Text;

namespace NewsAlerts.Feeds;

/// <summary>
/// Short names for texts and bytes, the first bytes of their SHA-256 in lower-case hexadecimal digits. They are stored for
/// months: what is made from an input never changes.
/// </summary>
public static class StableHash
{
    /// <summary>Names a text, read as UTF-8.</summary>
    /// <param name="text">The text.</param>
    /// <param name="bytes">How many bytes of the hash to keep, 32 at the most; each makes two digits.</param>
    public static string Of(string text, int bytes) => Of(Encoding.UTF8.GetBytes(text), bytes);

    /// <summary>Names bytes.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="bytes">How many bytes of the hash to keep, 32 at the most; each makes two digits.</param>
    public static string Of(ReadOnlySpan<byte> content, int bytes) =>
        Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, bytes));
}
