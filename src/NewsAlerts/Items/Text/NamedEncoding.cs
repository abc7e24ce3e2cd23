using System.Text;

namespace NewsAlerts.Items.Text;

/// <summary>An encoding, under the name by which it is reported.</summary>
internal sealed record NamedEncoding(string Name, int CodePage)
{
    public static readonly NamedEncoding Utf8 = new("utf-8", 65001);
    public static readonly NamedEncoding Windows1252 = new("windows-1252", 1252);

    static NamedEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Whether its characters are of two or four bytes each, so that ASCII text cannot be in it.</summary>
    public bool IsWide => CodePage is 1200 or 1201 or 12000 or 12001;

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
        Encoding.GetEncoding(CodePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))
            .GetString(bytes);
}
