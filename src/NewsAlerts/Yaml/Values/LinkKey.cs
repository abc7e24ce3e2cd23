namespace NewsAlerts.Yaml.Values;

/// <summary>A key that signs links: base64 of 32 to 128 bytes, as <c>openssl rand -base64 32</c> writes it.</summary>
internal static class LinkKey
{
    private const int LeastBytes = 32;
    private const int MostBytes = 128;

    /// <summary>Why the text is no such key; null where it is one.</summary>
    public static Problem? Check(string text)
    {
        // Longer texts are too long whatever they say; the buffer need not hold them.
        Span<byte> key = stackalloc byte[2 * MostBytes];
        return text.Length <= 2 * MostBytes && Convert.TryFromBase64String(text, key, out var length)
            ? length switch
            {
                < LeastBytes => new Problem($"is too short for a signing key: {length} of at least {LeastBytes} bytes; make one with openssl rand -base64 32"),
                > MostBytes => new Problem($"is too long for a signing key: {length} of at most {MostBytes} bytes"),
                _ => null,
            }
            : new Problem($"is not a signing key: base64 of {LeastBytes} to {MostBytes} bytes, as openssl rand -base64 32 makes it");
    }
}
