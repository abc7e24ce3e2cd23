using System.Buffers;
using System.Globalization;

namespace NewsAlerts.Rules.Matching;

/// <summary>The names of hosts: what <c>site:</c> compares.</summary>
internal static class SiteName
{
    private const string SchemeEnd = "://";

    private static readonly IdnMapping Idn = new();

    private static readonly SearchValues<char> InName =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

    /// <summary>The host of an address as it is written there, without user, port and final dot; empty where there is none.</summary>
    public static ReadOnlySpan<char> OfLink(ReadOnlySpan<char> link)
    {
        var scheme = link.IndexOf(SchemeEnd);
        if (scheme < 0)
        {
            return default;
        }

        var host = link[(scheme + SchemeEnd.Length)..];
        host = host.IndexOfAny('/', '?', '#') is var end and >= 0 ? host[..end] : host;
        host = host[(host.LastIndexOf('@') + 1)..];
        host = host.LastIndexOf(':') is var port and >= 0 && !host.EndsWith(']') ? host[..port] : host;
        return host.TrimEnd('.');
    }

    /// <summary>Whether a name is one in ASCII.</summary>
    public static bool IsPlain(ReadOnlySpan<char> name) =>
        name.ContainsAnyExcept("-_.") && name[0] != '.' && name.IndexOfAnyExcept(InName) < 0 && name.IndexOf("..") < 0;

    /// <summary>The name in lower case and ASCII (RFC 5891), as names are compared; null where it is none.</summary>
    public static string? Normalize(ReadOnlySpan<char> name)
    {
        if (IsPlain(name))
        {
            return name.ToString().ToLowerInvariant();
        }

        try
        {
            var ascii = Idn.GetAscii(name.ToString());
            return IsPlain(ascii) ? ascii.ToLowerInvariant() : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
