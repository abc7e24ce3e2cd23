using System.Text;
using System.Text.RegularExpressions;

namespace NewsAlerts.Configuration.Editing;

/// <summary>Turns the bytes of an XML document into text, whatever it says about itself.</summary>
internal static partial class OpmlText
{
    private const int DeclarationLength = 200;

    /// <summary>
    /// The text in the encoding of its byte order mark; in UTF-8 where the bytes are that, whatever is declared; in
    /// the declared encoding; and else in Windows-1252, in which any bytes are a text.
    /// </summary>
    public static string Decode(byte[] bytes)
    {
        var declared = Declared(bytes);
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes.AsSpan(2));
        }

        // ISO-2022 shifts with 7-bit sequences, which are UTF-8 as well.
        if (declared?.WebName.StartsWith("iso-2022", StringComparison.OrdinalIgnoreCase) is true)
        {
            return declared.GetString(bytes);
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException)
        {
            return (declared is null or UTF8Encoding ? Named("windows-1252") ?? Encoding.Latin1 : declared).GetString(bytes);
        }
    }

    private static Encoding? Declared(byte[] bytes)
    {
        var beginning = Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, DeclarationLength)));
        return Declaration().Match(beginning) is { Success: true } match ? Named(match.Groups[1].Value) : null;
    }

    private static Encoding? Named(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"<\?xml[^>]*\bencoding\s*=\s*[""']([A-Za-z0-9._:-]+)")]
    private static partial Regex Declaration();
}
