using System.Text;
using NewsAlerts.Http;

namespace NewsAlerts.Channels;

/// <summary>
/// Takes a destination's secrets out of a text that is stored or shown. Whole secrets go, and so do the parts by which
/// a receiver or an error message may repeat them: a path, a token within it, a query's value, a decoded form.
/// </summary>
internal static class Redaction
{
    private const string Instead = "(redacted)";

    /// <summary>A shorter part of an address, such as <c>api</c> or <c>v2</c>, is no secret, and would blot out words.</summary>
    private const int ShortestToken = 6;

    /// <summary>The text without the secrets.</summary>
    public static string Redact(string text, params IEnumerable<Secret?> secrets)
    {
        var parts = secrets
            .OfType<Secret>()
            .SelectMany(secret => Parts(secret.Reveal()))
            .Distinct()
            .OrderByDescending(part => part.Length);
        foreach (var part in parts)
        {
            text = text.Replace(part, Instead, StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }

    private static IEnumerable<string> Parts(string secret)
    {
        var whole = secret.Trim();
        if (whole.Length == 0)
        {
            return [];
        }

        IEnumerable<string> parts = Uri.TryCreate(whole, UriKind.Absolute, out var uri)
            ? [.. PartsOf(uri)]
            : [whole[(whole.IndexOf('_', StringComparison.Ordinal) + 1)..]];
        return parts
            .SelectMany(part => (string[])[part, Uri.UnescapeDataString(part), Uri.EscapeDataString(part)])
            .Where(part => part.Length >= ShortestToken)
            .Append(whole)
            .Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(whole)));
    }

    private static IEnumerable<string> PartsOf(Uri uri) =>
    [
        uri.OriginalString,
        uri.AbsoluteUri,
        uri.PathAndQuery,
        uri.AbsolutePath,
        .. uri.UserInfo.Split(':'),
        .. uri.AbsolutePath.Split('/', ';'),
        .. uri.Query.TrimStart('?').Split('&').SelectMany(pair => (string[])[pair, pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]]),
        uri.Fragment.TrimStart('#'),
    ];
}
