using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace NewsAlerts.Items.Text;

/// <summary>
/// Turns a document's bytes into text. In order: the byte order mark, the pattern of UTF-16 and UTF-32, the HTTP header
/// (RFC 7303 §3), the declaration, UTF-8, and what the bytes look like. An encoding in which the bytes make no sense is
/// passed over, whoever named it.
/// </summary>
internal static partial class DocumentDecoder
{
    private const int DeclarationLength = 1024;

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
        var isMistaken = declared.Success && named[1] is null;
        foreach (var encoding in named)
        {
            if (encoding is null)
            {
                continue;
            }

            // Bytes beyond ASCII that happen to be right in UTF-8 are UTF-8, whatever Western code page is named.
            var isRefuted = encoding.IsAsciiCompatible == IsEbcdic(bytes) || (encoding.IsWestern && isUtf8 && !isAscii);
            if (!isRefuted && encoding.TryDecode(bytes) is { } text)
            {
                return new DecodedDocument(text, encoding.Name, isMistaken);
            }

            isMistaken = true;
        }

        if (isUtf8)
        {
            return new DecodedDocument(Encoding.UTF8.GetString(bytes), NamedEncoding.Utf8.Name, isMistaken);
        }

        return MostlyRight([.. named, NamedEncoding.Utf8], bytes) ?? Detected(bytes);
    }

    private static DecodedDocument? MostlyRight(ReadOnlySpan<NamedEncoding?> candidates, ReadOnlySpan<byte> bytes)
    {
        foreach (var encoding in candidates)
        {
            if (encoding is null or { IsAsciiCompatible: false })
            {
                continue;
            }

            var text = encoding.Decode(bytes);
            var (wrong, right) = (text.AsSpan().Count('\uFFFD'), text.Count(c => c > '\x7F' && c != '\uFFFD'));
            if (wrong * 10 <= right || (wrong == 1 && text[^1] == '\uFFFD'))
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
