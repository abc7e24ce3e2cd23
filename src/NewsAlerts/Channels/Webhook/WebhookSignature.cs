using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsAlerts.Http;

namespace NewsAlerts.Channels.Webhook;

/// <summary>
/// Signs a message as Standard Webhooks says: HMAC-SHA256 over <c>id.timestamp.body</c>, shown as <c>v1,</c> and base64.
/// </summary>
internal static class WebhookSignature
{
    private const string Prefix = "whsec_";
    private const int ShortestKey = 24;
    private const int LongestKey = 64;

    /// <summary>
    /// The value of <c>webhook-signature</c>: a signature for each key, separated by spaces, so that a receiver may
    /// hold the old key or the new one while keys are replaced.
    /// </summary>
    public static string Of(IEnumerable<byte[]> keys, string id, DateTimeOffset timestamp, ReadOnlySpan<byte> body)
    {
        var start = string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp.ToUnixTimeSeconds()}.");
        byte[] content = [.. Encoding.UTF8.GetBytes(start), .. body];
        return string.Join(' ', keys.Select(key => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, content))}"));
    }

    /// <summary>Reads a key: <c>whsec_</c> and the base64 of 24 to 64 bytes.</summary>
    public static bool TryReadKey(Secret secret, [NotNullWhen(true)] out byte[]? key)
    {
        key = null;
        var text = secret.Reveal();
        var bytes = new byte[LongestKey + 1];
        if (!text.StartsWith(Prefix, StringComparison.Ordinal)
            || !Convert.TryFromBase64String(text[Prefix.Length..], bytes, out var length)
            || length is < ShortestKey or > LongestKey)
        {
            return false;
        }

        key = bytes[..length];
        return true;
    }
}
