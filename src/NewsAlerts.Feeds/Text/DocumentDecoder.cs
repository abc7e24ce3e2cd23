using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace NewsAlerts.Feeds.Text;

/// <summary>
/// Turns a document's bytes into text. In order: the byte order mark, the pattern of UTF-16 and UTF-32, the HTTP header
/// (RFC 7303 §3), the declaration, UTF-8, and what the bytes look like. An encoding in which the bytes make no sense is
/// passed over, whoever named it; one in which nearly all of them do is right, and the others become U+FFFD (Encoding
/// Standard §6, decode).
/// </summary>
public static partial class DocumentDecoder
{
    private const int DeclarationLength = 1024;

    // Of so many characters beyond ASCII, one may be wrong in the encoding that is named.
    private const int RightForAWrong = 4;

    /// <summary>Decodes a document: every byte of it is in the text, or U+FFFD in its place.</summary>
    /// <param name="bytes">The document as it was served.</param>
    /// <param name="contentType">Its <c>Content-Type</c> header; null where there was none.</param>
    public static DecodedDocument Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (ByMark(bytes) is var (marked, length))
        {
            var body = bytes[length..];
            var text = marked.TryDecode(body);
            return new DecodedDocument(text ?? marked.Decode(body), marked.Name, text is null);
        }

        var header = Charset().Match(contentType ?? "").Groups["name"].Value;
        var declared = Declaration().Match(Start(bytes));
        NamedEncoding?[] named = [EncodingLabels.Find(header), EncodingLabels.Find(declared.Groups["name"].Value)];
        var isUtf8 = Utf8.IsValid(bytes);
        var isAscii = Ascii.IsValid(bytes);
        var isEbcdic = IsEbcdic(bytes);
        var isNearlyUtf8 = !isUtf8 && Utf8Evidence.IsIn(bytes);
        var isMistaken = declared.Success && named[1] is null;
        foreach (var encoding in named)
        {
            if (encoding is null)
            {
                continue;
            }

            if (!IsRefuted(encoding) && encoding.TryDecode(bytes) is { } text)
            {
                return new DecodedDocument(text, encoding.Name, isMistaken);
            }

            isMistaken = true;
        }

        if (isUtf8)
        {
            return new DecodedDocument(Encoding.UTF8.GetString(bytes), NamedEncoding.Utf8.Name, isMistaken);
        }

        return isNearlyUtf8
            ? new DecodedDocument(Encoding.UTF8.GetString(bytes), NamedEncoding.Utf8.Name, true)
            : NearlyRight(named, bytes) ?? Detected(bytes);

        // Every text is right in a code page of single bytes. One that is UTF-8 besides, beyond ASCII, is that, whatever is
        // named; nearly UTF-8 is enough against what is named by habit, and where the other of the two names UTF-8.
        bool IsRefuted(NamedEncoding encoding) =>
            encoding.IsAsciiCompatible == isEbcdic
            || (isUtf8 && !isAscii && encoding.IsSingleByte)
            || (isNearlyUtf8 && encoding != NamedEncoding.Utf8 && (encoding.IsWestern || named.Contains(NamedEncoding.Utf8)));
    }

    private static DecodedDocument? NearlyRight(ReadOnlySpan<NamedEncoding?> named, ReadOnlySpan<byte> bytes)
    {
        foreach (var encoding in named)
        {
            if (encoding is null or { IsAsciiCompatible: false } || encoding == NamedEncoding.Utf8)
            {
                continue;
            }

            var text = encoding.Decode(bytes);
            var (wrong, right) = (text.AsSpan().Count('\uFFFD'), text.Count(c => c > '\x7F' && c != '\uFFFD'));
            if (wrong * RightForAWrong <= right)
            {
                return new DecodedDocument(text, encoding.Name, true);
            }
        }

        return null;
    }

    private static DecodedDocument Detected(ReadOnlySpan<byte> bytes)
    {
        var encoding = EncodingDetector.Detect(bytes);
        return new DecodedDocument(encoding.Decode(bytes), encoding.Name, true);
    }

    private static (NamedEncoding Encoding, int Length)? ByMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (NamedEncoding.Utf8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (new NamedEncoding("utf-32le", 12000), 4),
        [0, 0, 0xFE, 0xFF, ..] => (new NamedEncoding("utf-32be", 12001), 4),
        [0xFF, 0xFE, ..] => (new NamedEncoding("utf-16le", 1200), 2),
        [0xFE, 0xFF, ..] => (new NamedEncoding("utf-16be", 1201), 2),
        [0, 0, 0, (byte)'<', ..] => (new NamedEncoding("utf-32be", 12001), 0),
        [(byte)'<', 0, 0, 0, ..] => (new NamedEncoding("utf-32le", 12000), 0),
        [0, (byte)'<' or (byte)'{', 0, not 0, ..] => (new NamedEncoding("utf-16be", 1201), 0),
        [(byte)'<' or (byte)'{', 0, not 0, 0, ..] => (new NamedEncoding("utf-16le", 1200), 0),
        _ => null,
    };

    /// <summary>Whether the document starts with the declaration's first characters in EBCDIC (XML 1.0 appendix F).</summary>
    private static bool IsEbcdic(ReadOnlySpan<byte> bytes) => bytes is [0x4C, 0x6F, 0xA7, 0x94, ..];

    /// <summary>Where a declaration would be.</summary>
    private static string Start(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, DeclarationLength)];
        return IsEbcdic(start)
            ? new NamedEncoding("ibm037", 37).Decode(start)
            : Encoding.Latin1.GetString(start);
    }

    [GeneratedRegex("""charset\s*=\s*["']?(?<name>[^\s;"']+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();

    [GeneratedRegex("""<\?xml[^>]*?\sencoding\s*=\s*["']?(?<name>[^\s"'?>]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
