using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsAlerts.Http;

namespace NewsAlerts.Subscriptions.Links;

/// <summary>
/// The token of a link, base64url (RFC 4648 §5) of what it says and an HMAC-SHA256 of that, cut to 16 bytes (RFC 2104 §5):
/// short enough for one line of an email. Links live for years: what is written here is read for ever.
/// </summary>
internal static class LinkToken
{
    private const byte Version = 1;
    private const int ReaderBytes = 16;
    private const int CodeBytes = 16;

    // Version, purpose, end, what the rest names, reader; then the rest, as UTF-8.
    private const int HeadBytes = 1 + 1 + sizeof(uint) + 1 + ReaderBytes;

    private const int LongestToken = 4096;

    private enum Part : byte
    {
        None = 0,
        Subscriptions = 1,
        Destination = 2,
    }

    /// <summary>Writes a token.</summary>
    /// <param name="purpose">What it is good for.</param>
    /// <param name="link">What it says.</param>
    /// <param name="key">The key that signs it, in base64.</param>
    public static string Write(LinkPurpose purpose, SignedLink link, Secret key)
    {
        var (part, rest) = link.Subject switch
        {
            { Destination: { } destination } => (Part.Destination, destination),
            { Subscriptions: { } subscriptions } => (Part.Subscriptions, subscriptions),
            _ => (Part.None, ""),
        };
        var said = new byte[HeadBytes + Encoding.UTF8.GetByteCount(rest)];
        (said[0], said[1], said[6]) = (Version, (byte)purpose, (byte)part);
        BinaryPrimitives.WriteUInt32BigEndian(said.AsSpan(2), (uint)(link.Until?.ToUnixTimeSeconds() ?? 0));
        Convert.FromHexString(link.Subject.Reader, said.AsSpan(7, ReaderBytes), out _, out _);
        Encoding.UTF8.GetBytes(rest, said.AsSpan(HeadBytes));
        return Base64Url.EncodeToString([.. said, .. CodeOf(said, purpose, key)]);
    }

    /// <summary>Reads a token; null where none of the keys has signed it for that purpose.</summary>
    public static SignedLink? Read(string token, LinkPurpose purpose, IEnumerable<Secret> keys)
    {
        if (token.Length > LongestToken)
        {
            return null;
        }

        var buffer = new byte[Base64Url.GetMaxDecodedLength(token.Length)];
        if (Base64Url.DecodeFromChars(token, buffer, out _, out var length) != OperationStatus.Done || length < HeadBytes + CodeBytes)
        {
            return null;
        }

        var (said, code) = (buffer[..(length - CodeBytes)], buffer[(length - CodeBytes)..length]);
        var isSigned = keys.Any(key => CryptographicOperations.FixedTimeEquals(CodeOf(said, purpose, key), code));
        return isSigned && said[0] == Version ? Read(said) : null;
    }

    private static SignedLink Read(ReadOnlySpan<byte> said)
    {
        var end = BinaryPrimitives.ReadUInt32BigEndian(said[2..]);
        var rest = Encoding.UTF8.GetString(said[HeadBytes..]);
        var subject = new LinkSubject(Convert.ToHexStringLower(said.Slice(7, ReaderBytes)))
        {
            Subscriptions = (Part)said[6] == Part.Subscriptions ? rest : null,
            Destination = (Part)said[6] == Part.Destination ? rest : null,
        };
        return new SignedLink(subject, end == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(end));
    }

    /// <summary>A key for one use alone, made from a configured one (HKDF, RFC 5869): what one use signs is worth nothing to another.</summary>
    public static byte[] KeyFor(string use, Secret key) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256,
        Convert.FromBase64String(key.Reveal()),
        HMACSHA256.HashSizeInBytes,
        salt: null,
        Encoding.ASCII.GetBytes($"news alerts, {use}"));

    private static byte[] CodeOf(ReadOnlySpan<byte> said, LinkPurpose purpose, Secret key) =>
        HMACSHA256.HashData(KeyFor(string.Create(CultureInfo.InvariantCulture, $"link {(byte)purpose}"), key), said)[..CodeBytes];
}
