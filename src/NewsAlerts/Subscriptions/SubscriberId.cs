using System.Globalization;
using System.Text;
using NewsAlerts.Feeds;

namespace NewsAlerts.Subscriptions;

/// <summary>
/// The identity of an email address, which does not show the address. It names documents and is part of links that never
/// end, so this rule must never change.
/// </summary>
internal static class SubscriberId
{
    private const int Bytes = 16;
    private const int Digits = 2 * Bytes;

    private static readonly IdnMapping Names = new();

    /// <summary>
    /// 32 lower-case hexadecimal digits: the first half of the SHA-256 of the address in UTF-8, trimmed, in lower case, its
    /// domain in ASCII (RFC 5890). Mail servers may tell capitals in the part before the @ apart (RFC 5321 §2.4), but none
    /// that people use does.
    /// </summary>
    public static string Of(string address) => StableHash.Of(Canonical(address), Bytes);

    /// <summary>An address as everybody writes it, mail servers too: trimmed, in lower case, its domain in ASCII.</summary>
    public static string Canonical(string address)
    {
        var text = address.Trim();
        var at = text.LastIndexOf('@');
        return text[..(at + 1)].Normalize(NormalizationForm.FormC).ToLowerInvariant() + AsciiOf(text[(at + 1)..]);
    }

    /// <summary>Whether a text has the form of one.</summary>
    public static bool IsOne(string text) => text.Length == Digits && text.All(char.IsAsciiHexDigitLower);

    private static string AsciiOf(string domain)
    {
        try
        {
            return (Ascii.IsValid(domain) ? domain : Names.GetAscii(domain)).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            // No server has such a name, but the text still has one identity.
            return domain.ToLowerInvariant();
        }
    }
}
