namespace NewsAlerts.Yaml.Values;

/// <summary>A webhook's signing key as Standard Webhooks writes it: <c>whsec_</c> and base64 of 24 to 64 bytes.</summary>
internal static class SigningSecret
{
    private const string Prefix = "whsec_";
    private const int LeastBytes = 24;
    private const int MostBytes = 64;

    /// <summary>Why the text is no signing key; null where it is one.</summary>
    public static Problem? Check(string text)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return new Problem($"is not a signing key: it starts with {Prefix}");
        }

        // Longer texts are too long whatever they say; the buffer need not hold them.
        Span<byte> key = stackalloc byte[2 * MostBytes];
        return text.Length <= 2 * MostBytes && Convert.TryFromBase64String(text[Prefix.Length..], key, out var length)
            ? length switch
            {
                < LeastBytes => new Problem($"is too short for a signing key: {length} of at least {LeastBytes} bytes"),
                > MostBytes => new Problem($"is too long for a signing key: {length} of at most {MostBytes} bytes"),
                _ => null,
            }
            : new Problem($"is not a signing key: base64 of {LeastBytes} to {MostBytes} bytes follows {Prefix}");
    }
}
