using NewsAlerts.Yaml;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Configuration.Sections;

/// <summary>The key <c>auth</c> of a feed: one of <c>basic</c>, <c>bearer</c> and <c>header</c>.</summary>
internal static class AuthSection
{
    /// <summary>Its keys, of which there is to be one.</summary>
    public static readonly string[] Kinds = ["basic", "bearer", "header"];

    // What says how we ask, and not who we are.
    private static readonly string[] Ours =
    [
        "Accept", "Accept-Encoding", "Connection", "Content-Length", "Host", "If-Modified-Since", "If-None-Match",
        "Transfer-Encoding", "Upgrade", "User-Agent",
    ];

    /// <summary>What the feed is asked for with; null where it is missing or wrong.</summary>
    public static FeedCredentials? Read(MappingReader auth)
    {
        var basic = auth.Text("basic", CheckBasic, isSecret: true);
        var bearer = auth.Text("bearer", CheckVisible, isSecret: true);
        var header = auth.Text("header", CheckHeader, isSecret: true);
        var given = Kinds.Where(auth.Has).ToList();
        foreach (var more in given.Skip(1))
        {
            auth.Reject(more, $"'{more}' and '{given[0]}' exclude each other");
        }

        auth.RejectUnknownKeys();
        return basic is not null ? FeedCredentials.Basic(basic.Value)
            : bearer is not null ? FeedCredentials.Bearer(bearer.Value)
            : header is not null ? FeedCredentials.FromHeader(header.Value)
            : null;
    }

    // RFC 7617 §2: a user's name has no colon, a password may.
    private static Problem? CheckBasic(string text) =>
        text.IndexOf(':', StringComparison.Ordinal) > 0 ? null : new Problem("is not a user and a password: write user:password");

    private static Problem? CheckVisible(string text) =>
        text.All(character => character is > ' ' and <= '~') ? null : new Problem("holds spaces or characters that no header may have");

    private static Problem? CheckHeader(string text)
    {
        var (name, value) = FeedCredentials.SplitHeader(text);
        return name.Length == 0 || value.Length == 0 || !name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
            ? new Problem("is not a header: write Name: value")
            : Ours.Contains(name, StringComparer.OrdinalIgnoreCase)
                ? new Problem("is a header that says how feeds are asked for, and no credentials")
                : value.All(character => character is >= ' ' and <= '~') ? null : new Problem("holds characters that no header may have");
    }
}
