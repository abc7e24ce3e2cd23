using System.Text;

namespace NewsAlerts.Feeds.Text;

/// <summary>An encoding, under the name by which it is reported.</summary>
internal sealed record NamedEncoding(string Name, int CodePage)
{
    static NamedEncoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Utf8 = new NamedEncoding("utf-8", 65001);
        Windows1252 = new NamedEncoding("windows-1252", 1252);
    }

    public static NamedEncoding Utf8 { get; }

    public static NamedEncoding Windows1252 { get; }

    /// <summary>Whether markup in ASCII is the same markup in it; not so in UTF-16, UTF-32 and EBCDIC.</summary>
    public bool IsAsciiCompatible { get; } = Encoding.GetEncoding(CodePage).GetString("<"u8) == "<";

    /// <summary>Whether each byte is a character in it.</summary>
    public bool IsSingleByte { get; } = Encoding.GetEncoding(CodePage).IsSingleByte;

    /// <summary>Whether every byte is some Western character in it, so that nothing can prove it wrong.</summary>
    public bool IsWestern => CodePage is 1252 or 28591 or 28605;

    /// <summary>The text, if the bytes are right for the encoding; else null.</summary>
    public string? TryDecode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Encoding.GetEncoding(CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                .GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The text, with U+FFFD for what is wrong.</summary>
    public string Decode(ReadOnlySpan<byte> bytes) =>
        Encoding.GetEncoding(CodePage, EncoderFallback.ReplacementFallback, new ReplacedBytes())
            .GetString(bytes);
}
