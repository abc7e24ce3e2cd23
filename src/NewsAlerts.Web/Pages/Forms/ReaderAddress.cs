using System.Net;
using NewsAlerts.Configuration.Values;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Web.Pages.Forms;

/// <summary>The email address of somebody whom we do not know: of a host on the internet, and nothing unusual in it.</summary>
internal static class ReaderAddress
{
    // RFC 5321 §4.5.3.1, and the erratum on RFC 3696.
    private const int LongestLocalPart = 64;
    private const int Longest = 254;

    /// <summary>Why the text is no such address; null where it is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isUtf8">Whether its part before the @ may have letters that are not ASCII.</param>
    public static Problem? Check(string text, bool isUtf8)
    {
        if (text.Length > Longest)
        {
            return new Problem("is too long for an email address");
        }

        if ((isUtf8 ? EmailAddress.Check(text) : EmailAddress.CheckAscii(text)) is { } problem)
        {
            return problem;
        }

        var at = text.LastIndexOf('@');
        var (local, host) = (text[..at], text[(at + 1)..]);
        return local.Length > LongestLocalPart || local.Any(IsUnusual)
            || !host.Contains('.', StringComparison.Ordinal) || IPAddress.TryParse(host, out _)
            ? new Problem("is not the address of somebody on the internet")
            : null;
    }

    // Quoted local parts may hold nearly anything; nobody who reads news has one.
    private static bool IsUnusual(char character) =>
        char.IsControl(character) || char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.Format
        || "\"\\()<>[]:;,@".Contains(character, StringComparison.Ordinal);
}
