using System.Security.Cryptography;
using System.Text;

namespace NewsAlerts.Polling.Hubs;

/// <summary>Checks the signature of an announcement (WebSub §7.1): <c>sha256=…</c>, an HMAC of the body.</summary>
internal static class HubSignature
{
    /// <summary>Whether the hub has signed the body, in one of the algorithms of WebSub §7.1.1.</summary>
    /// <param name="header">The header <c>X-Hub-Signature</c>; null where there was none.</param>
    /// <param name="secret">What the hub and we share.</param>
    /// <param name="body">The body, as it came.</param>
    public static bool IsRight(string? header, string secret, ReadOnlySpan<byte> body)
    {
        if (header?.Split('=') is not [var algorithm, var signature]
            || Compute(algorithm.Trim(), Encoding.UTF8.GetBytes(secret), body) is not { } right)
        {
            return false;
        }

        var sent = Encoding.ASCII.GetBytes(signature.Trim().ToLowerInvariant());
        return CryptographicOperations.FixedTimeEquals(sent, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(right)));
    }

    // SHA-1 is what most hubs sign with; broken as it is for documents, an HMAC of it cannot be forged.
#pragma warning disable CA5350
    private static byte[]? Compute(string algorithm, byte[] secret, ReadOnlySpan<byte> body) => algorithm switch
    {
        "sha1" => HMACSHA1.HashData(secret, body),
        "sha256" => HMACSHA256.HashData(secret, body),
        "sha384" => HMACSHA384.HashData(secret, body),
        "sha512" => HMACSHA512.HashData(secret, body),
        _ => null,
    };
#pragma warning restore CA5350
}
