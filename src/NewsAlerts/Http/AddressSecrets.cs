using System.Text;
using System.Text.RegularExpressions;

namespace NewsAlerts.Http;

/// <summary>
/// Finds the parts of an address that give its holder somebody else's access: a user and password, the values of parameters such as
/// <c>token</c>, Reddit's <c>feed</c> and <c>user</c>, and parts of the path that only a machine can have chosen, as in the private
/// addresses of calendars, podcasts and Google Alerts. It rather takes an identifier for a secret than a secret for an identifier.
/// </summary>
internal static partial class AddressSecrets
{
    private const string Instead = "***";

    /// <summary>The text with the secrets of an address replaced by asterisks; what is no address is left as it is.</summary>
    public static string Redact(string text)
    {
        var redacted = new StringBuilder(text);
        foreach (var (start, length) in Find(text).OrderByDescending(place => place.Start))
        {
            redacted.Remove(start, length).Insert(start, Instead);
        }

        return redacted.ToString();
    }

    /// <summary>Where the secrets of an address stand, none of them twice.</summary>
    public static IReadOnlyList<(int Start, int Length)> Find(string text)
    {
        if (Parts().Match(text) is not { Success: true } parts)
        {
            return [];
        }

        var places = new List<(int, int)>();
        if (parts.Groups["user"] is { Length: > 0 } user)
        {
            places.Add((user.Index, user.Length));
        }

        var isMarked = false;
        foreach (Match segment in Segment().Matches(parts.Groups["path"].Value))
        {
            if (isMarked || IsToken(segment.Value))
            {
                places.Add((parts.Groups["path"].Index + segment.Index, segment.Length));
            }

            isMarked = Marker().IsMatch(segment.Value);
        }

        foreach (Match pair in Pair().Matches(parts.Groups["query"].Value))
        {
            var value = pair.Groups["value"];
            if (value.Length > 0 && (SecretName().IsMatch(pair.Groups["name"].Value) || IsToken(value.Value)))
            {
                places.Add((parts.Groups["query"].Index + value.Index, value.Length));
            }
        }

        return places;
    }

    private static bool IsToken(string part) => Token().IsMatch(part);

    [GeneratedRegex(@"^\s*[A-Za-z][A-Za-z0-9+.-]*://(?:(?<user>[^/?#]*)@)?[^/?#@]*(?<path>[^?#]*)(?:\?(?<query>[^#]*))?")]
    private static partial Regex Parts();

    [GeneratedRegex(@"[^/;]+")]
    private static partial Regex Segment();

    [GeneratedRegex(@"(?<name>[^&=]*)=(?<value>[^&]*)")]
    private static partial Regex Pair();

    [GeneratedRegex(
        "token|secret|passw|auth|cred|signature|private|apikey|atomkey"
        + "|(?:^|[-_])(?:key|pass|pwd|sig|sid|session|code|user|username|uid|feed)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"^(?:private|token|secret|auth|key)$", RegexOptions.IgnoreCase)]
    private static partial Regex Marker();

    // A run of 16 with a digit, a UUID (RFC 9562 §4), 20 of base64url (RFC 4648 §5) in both cases with digits, or what says so itself.
    [GeneratedRegex(
        @"(?=[A-Za-z]{0,15}[0-9])[A-Za-z0-9]{16}|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"
        + @"|^(?=.*[A-Z])(?=.*[a-z])(?=.*[0-9].*[0-9])[\w-]{20,}|^private-")]
    private static partial Regex Token();
}
