using System.Globalization;
using System.Text;

namespace NewsAlerts.LibraryTests.Feeds.Conformance;

/// <summary>
/// Links as the cases compare them: resolved and normalised by the rules of Python's <c>urllib.parse</c>, which differ
/// from <see cref="Uri"/> in what they leave alone.
/// </summary>
internal static class ComparedUrl
{
    private const string PathSafe = "/:@!$&'()*+,;=~-._%";
    private const string QuerySafe = PathSafe + "?";

    public static string Of(string? link, string? baseUrl)
    {
        var clean = ComparedText.Unescape((link ?? "").Trim()).Replace("\t", "").Replace("\r", "").Replace("\n", "");
        var parts = Join(Split(baseUrl is { Length: > 0 } ? baseUrl : "http://base.invalid/"), Split(clean), clean, baseUrl);
        var (user, host, port) = Authority(parts.Authority);
        var isDefault = (parts.Scheme, port) is ("http", 80) or ("https", 443);
        var authority = (user.Length > 0 ? user + "@" : "") + host + (port is null or 0 || isDefault ? "" : $":{port}");
        var path = Quote(Unquote(parts.Path), PathSafe);
        path = path.Length == 0 && host.Length > 0 ? "/" : path;
        var (query, fragment) = (Quote(Unquote(parts.Query), QuerySafe), Quote(Unquote(parts.Fragment), QuerySafe));
        return $"{parts.Scheme.ToLowerInvariant()}://{authority}|{path}|{query}|{fragment}";
    }

    private static Parts Split(string url)
    {
        var rest = url.TrimStart();
        var scheme = "";
        var colon = rest.IndexOf(':');
        if (colon > 0 && char.IsAsciiLetter(rest[0])
            && rest[..colon].All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.'))
        {
            scheme = rest[..colon].ToLowerInvariant();
            rest = rest[(colon + 1)..];
        }

        var authority = "";
        if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            var end = rest.AsSpan(2).IndexOfAny("/?#");
            authority = end < 0 ? rest[2..] : rest.Substring(2, end);
            rest = end < 0 ? "" : rest[(end + 2)..];
        }

        (rest, var fragment) = Cut(rest, '#');
        (var path, var query) = Cut(rest, '?');
        return new Parts(scheme, authority, path, query, fragment);
    }

    private static Parts Join(Parts start, Parts link, string written, string? baseUrl)
    {
        if (written.Length == 0)
        {
            return Split(baseUrl is { Length: > 0 } ? baseUrl : "http://base.invalid/");
        }

        var scheme = link.Scheme.Length == 0 ? start.Scheme : link.Scheme;
        if (scheme != start.Scheme || scheme is not ("http" or "https" or "ftp" or "file") || link.Authority.Length > 0)
        {
            return link with { Scheme = scheme };
        }

        if (link.Path.Length == 0)
        {
            return start with { Query = link.Query.Length > 0 ? link.Query : start.Query, Fragment = link.Fragment };
        }

        return link with { Scheme = scheme, Authority = start.Authority, Path = Merge(start.Path, link.Path) };
    }

    private static string Merge(string start, string path)
    {
        var segments = path.Split('/').ToList();
        if (path[0] != '/')
        {
            var before = start.Split('/').SkipLast(1).ToList();
            segments = [.. before.Take(1), .. before.Skip(1).Where(segment => segment.Length > 0), .. segments];
        }

        var resolved = new List<string>();
        foreach (var segment in segments)
        {
            if (segment == "..")
            {
                if (resolved.Count > 0)
                {
                    resolved.RemoveAt(resolved.Count - 1);
                }
            }
            else if (segment != ".")
            {
                resolved.Add(segment);
            }
        }

        if (segments[^1] is "." or "..")
        {
            resolved.Add("");
        }

        var merged = string.Join('/', resolved);
        return merged.Length == 0 ? "/" : merged;
    }

    private static (string User, string Host, int? Port) Authority(string authority)
    {
        var at = authority.LastIndexOf('@');
        var user = at < 0 ? "" : authority[..at].Split(':')[0];
        var hostAndPort = authority[(at + 1)..];
        var colon = hostAndPort.StartsWith('[')
            ? hostAndPort.IndexOf("]:", StringComparison.Ordinal) + 1
            : hostAndPort.IndexOf(':');
        if (colon <= 0)
        {
            return (user, hostAndPort.Trim('[', ']').ToLowerInvariant(), null);
        }

        var isNumber = int.TryParse(
            hostAndPort.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port);
        return (user, hostAndPort[..colon].Trim('[', ']').ToLowerInvariant(), isNumber ? port : null);
    }

    private static (string Before, string After) Cut(string text, char at)
    {
        var found = text.IndexOf(at);
        return found < 0 ? (text, "") : (text[..found], text[(found + 1)..]);
    }

    private static string Unquote(string text)
    {
        if (!text.Contains('%'))
        {
            return text;
        }

        var bytes = new List<byte>();
        foreach (var piece in text.Replace("%", "\0%").Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var isEscape = piece is ['%', var high, var low, ..] && char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low);
            if (isEscape)
            {
                bytes.Add(byte.Parse(piece.AsSpan(1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            }

            bytes.AddRange(Encoding.UTF8.GetBytes(isEscape ? piece[3..] : piece));
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static string Quote(string text, string safe)
    {
        var quoted = new StringBuilder();
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            var c = (char)value;
            quoted.Append(char.IsAsciiLetterOrDigit(c) || c is '_' || safe.Contains(c) ? c.ToString() : $"%{value:X2}");
        }

        return quoted.ToString();
    }

    private sealed record Parts(string Scheme, string Authority, string Path, string Query, string Fragment);
}
