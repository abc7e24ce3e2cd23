using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text;

namespace NewsAlerts.Feeds;

/// <summary>
/// The services that lead to an article by an address of their own and say in it where they lead: search engines, networks
/// and mail filters. Nothing is asked; what does not say its target is no redirector here.
/// </summary>
public static class Redirectors
{
    // A link may have gone through several of them.
    private const int MostInARow = 4;

    private static readonly Redirector[] All =
    [
        new("bing.com", "/news/apiclick.aspx", ["url"]),
        new("bing.com", "/ck/a", ["u"]),
        new("duckduckgo.com", "/l/", ["uddg"]),
        new("news.google.com", "/news/url", ["url"]),
        new("youtube.com", "/redirect", ["q"]),
        new("facebook.com", "/l.php", ["u"]),
        new("facebook.com", "/flx/warn/", ["u"]),
        new("l.instagram.com", "/", ["u"]),
        new("l.messenger.com", "/l.php", ["u"]),
        new("l.threads.com", "/", ["u"]),
        new("l.threads.net", "/", ["u"]),
        new("linkedin.com", "/redir/redirect", ["url"]),
        new("linkedin.com", "/safety/go", ["url"]),
        new("out.reddit.com", "/", ["url"]),
        new("t.umblr.com", "/redirect", ["z"]),
        new("href.li", "/", []),
        new("vk.com", "/away.php", ["to"]),
        new("t.me", "/iv", ["url"]),
        new("medium.com", "/r/", ["url"]),
        new("medium.com", "/m/global-identity", ["redirectUrl"]),
        new("medium.com", "/m/global-identity-2", ["redirectUrl"]),
        new("disq.us", "/url", ["url"]),
        new("getpocket.com", "/redirect", ["url"]),
        new("slack-redir.net", "/link", ["url"]),
        new("steamcommunity.com", "/linkfilter/", ["u", "url"]),
        new("exit.sc", "/", ["url"]),
        new("link.zhihu.com", "/", ["target"]),
        new("safelinks.protection.outlook.com", "/", ["url"]),
        new("go.skimresources.com", "/", ["url"]),
        new("go.redirectingat.com", "/", ["url"]),
        new("awin1.com", "/cread.php", ["ued", "p"]),
    ];

    private static readonly FrozenDictionary<string, Redirector[]> ByDomain = All
        .GroupBy(redirector => redirector.Domain)
        .ToFrozenDictionary(domain => domain.Key, domain => domain.ToArray());

    /// <summary>Where a link leads in the end: the link itself, unless it is one of a redirector that says so.</summary>
    public static string TargetOf(string link) =>
        Uri.TryCreate(link.Trim(), UriKind.Absolute, out var uri) && WebAddress.IsWeb(uri)
        && TargetOf(uri) is var target && target != uri
            ? target.AbsoluteUri
            : link;

    /// <summary>Where an address of the web leads in the end.</summary>
    public static Uri TargetOf(Uri address)
    {
        for (var i = 0; i < MostInARow && Next(address) is { } target; i++)
        {
            address = target;
        }

        return address;
    }

    private static Uri? Next(Uri address)
    {
        var host = address.IdnHost.ToLowerInvariant();
        return IsGoogle(host) ? OfGoogle(address) : OfAmp(host, address) ?? OfYahoo(host, address) ?? OfOther(host, address);
    }

    /// <summary>Google has its searches at a domain in each country.</summary>
    private static bool IsGoogle(string host)
    {
        var name = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        return name.StartsWith("google.", StringComparison.Ordinal)
            && name["google.".Length..] is var end
            && (end is "com" || end.Length == 2 || (end.Length is 5 or 6 && end.StartsWith("co", StringComparison.Ordinal)));
    }

    // Alerts and searches; and pages of the cache for mobile devices, https://www.google.com/amp/s/example.com/story.
    private static Uri? OfGoogle(Uri uri) => uri.AbsolutePath switch
    {
        "/url" or "/imgres" => Parameter(uri, ["url", "q", "imgrefurl"]),
        var path when path.StartsWith("/amp/", StringComparison.Ordinal) => OfAmpPath(path["/amp/".Length..], uri.Query),
        _ => null,
    };

    // The same cache under a name of its own: https://example-com.cdn.ampproject.org/c/s/example.com/story.
    private static Uri? OfAmp(string host, Uri uri) =>
        host.EndsWith(".cdn.ampproject.org", StringComparison.Ordinal) && uri.AbsolutePath is ['/', 'a' or 'c' or 'v', '/', .. var path]
            ? OfAmpPath(path, uri.Query)
            : null;

    private static Uri? OfAmpPath(string path, string query) =>
        Web(path.StartsWith("s/", StringComparison.Ordinal) ? $"https://{path[2..]}{query}" : $"http://{path}{query}");

    // https://r.search.yahoo.com/_ylt=…/RU=https%3a%2f%2fexample.org%2fstory/RK=2/RS=…
    private static Uri? OfYahoo(string host, Uri uri)
    {
        var target = host == "r.search.yahoo.com"
            ? uri.AbsolutePath.Split('/').FirstOrDefault(part => part.StartsWith("RU=", StringComparison.Ordinal))
            : null;
        return target is null ? null : Web(Uri.UnescapeDataString(target[3..]));
    }

    private static Uri? OfOther(string host, Uri uri)
    {
        for (var domain = host.AsSpan(); domain.Contains('.'); domain = domain[(domain.IndexOf('.') + 1)..])
        {
            if (ByDomain.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(domain, out var redirectors)
                && Array.Find(redirectors, redirector => redirector.IsAt(uri.AbsolutePath)) is { } found)
            {
                return found.Parameters.Length == 0
                    ? Web(Uri.UnescapeDataString(uri.Query.TrimStart('?')))
                    : Parameter(uri, found.Parameters);
            }
        }

        return null;
    }

    private static Uri? Parameter(Uri uri, string[] names)
    {
        var parameters = uri.Query.TrimStart('?').Split('&');
        var stated = from name in names
                     from parameter in parameters
                     where parameter.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase)
                     select Read(parameter[(name.Length + 1)..]);
        return stated.FirstOrDefault(target => target is not null);
    }

    // Bing writes some of its targets as "a1" and the Base64 for addresses (RFC 4648 §5).
    private static Uri? Read(string value) => value is ['a', '1', .. var encoded] && Base64Url.IsValid(encoded)
        ? Web(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(encoded)))
        : Web(Uri.UnescapeDataString(value));

    private static Uri? Web(string address) =>
        Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri)
        && WebAddress.IsWeb(uri) && uri.Host.Contains('.', StringComparison.Ordinal)
            ? uri
            : null;

    /// <param name="Domain">Its domain; hosts below count.</param>
    /// <param name="Path">The path of its redirects; "/" for any.</param>
    /// <param name="Parameters">Which parameter states the target, the likeliest first; none where the query is it.</param>
    private sealed record Redirector(string Domain, string Path, string[] Parameters)
    {
        public bool IsAt(string path) =>
            Path == "/" || path.TrimEnd('/').Equals(Path.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
    }
}
