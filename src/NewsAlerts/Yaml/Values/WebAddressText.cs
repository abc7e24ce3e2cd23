using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.RegularExpressions;
using NewsAlerts.Feeds;
using NewsAlerts.Http;

namespace NewsAlerts.Yaml.Values;

/// <summary>Addresses of feeds and webhooks: absolute http or https URLs (RFC 9110 §4.2).</summary>
internal static partial class WebAddressText
{
    /// <summary>Why the text is no web address; null where it is one.</summary>
    public static Problem? Check(string text)
    {
        if (!TryRead(text, out var address))
        {
            if (Encode(text) is var encoded && TryRead(encoded, out address))
            {
                return HasSecret(address) ?? new Problem("holds white space, which an address writes as %20", encoded);
            }

            return new Problem("is not a web address: it starts with https:// or http://", Meant(text));
        }

        return HasSecret(address);
    }

    /// <summary>The address that a right text means.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address)
        && WebAddress.IsWeb(address)
        && address.Host.Length > 0
        && text.StartsWith(address.Scheme + "://", StringComparison.OrdinalIgnoreCase)
        && !text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character));

    /// <summary>
    /// The address with the white space in it encoded, as a browser does it: what is around it and its line breaks and tabs
    /// go, and a space becomes <c>%20</c> (URL Standard §4.4).
    /// </summary>
    public static string Encode(string text) =>
        string.Concat(text.Trim().Split('\t', '\r', '\n')).Replace(" ", "%20", StringComparison.Ordinal);

    /// <summary>One text for all the ways to write the same address; the text itself where it is none.</summary>
    public static string Normalise(string text) =>
        TryRead(text, out var address) ? address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped) : text;

    /// <summary>Whether the address leads to one of the hosts of <c>allowPrivate</c>.</summary>
    public static bool IsOnOneOf(IEnumerable<string> hosts, string text) =>
        TryRead(text, out var address) && PrivateHosts.Contain(hosts, address);

    /// <summary>Whether the address is on this machine or in a private network, as far as its text tells.</summary>
    public static bool IsPrivate(string text) =>
        TryRead(text, out var address)
        && (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) ? !PublicAddress.Is(ip) : address.IsLoopback);

    /// <summary>Whether what is sent there can be read on its way.</summary>
    public static bool IsReadableOnTheWay(string text) => text.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    private static Problem? HasSecret(Uri address) => address.UserInfo.Length == 0
        ? null
        : new Problem("holds a user name, which would show wherever the address does", IsSecret: true);

    private static string? Meant(string text)
    {
        var rest = Beginning().Replace(text.Trim(), "");
        var host = rest.Split('/', '?', '#')[0];
        return host.Contains('.', StringComparison.Ordinal) && TryRead("https://" + rest, out _) ? "https://" + rest : null;
    }

    /// <summary>A beginning that is not quite a scheme: <c>htps://</c>, <c>https:/</c>, <c>//</c>, <c>feed:https://</c>.</summary>
    [GeneratedRegex(@"^(?:[a-z]{2,6}:(?=/|https?:))?(?:https?:?)?/*", RegexOptions.IgnoreCase)]
    private static partial Regex Beginning();
}
