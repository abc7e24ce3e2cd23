using System.Text.RegularExpressions;
using NewsAlerts.Feeds;

namespace NewsAlerts.Channels.Email;

/// <summary>What mail programs sort emails by (RFC 2919): one list for each destination, and one for all subscribers.</summary>
internal static partial class ListId
{
    private const string Subscribers = "subscriptions";

    // RFC 2919 §3 allows 255 characters in all.
    private const int LongestHost = 190;
    private const int LongestWords = 40;
    private const int HashBytes = 4;

    /// <summary>
    /// The list of a destination under the sender's host; the same for as long as both are. Null where the sender has no
    /// host of the internet (RFC 2919 §2: the host says whose list it is).
    /// </summary>
    public static string? Of(Destination destination, string host) =>
        host.Length <= LongestHost && Host().IsMatch(host)
            ? $"{(destination.IsSubscriber ? Subscribers : Label(destination.Name))}.{host}"
            : null;

    // A name that is no label loses what no label may have, and is told from others that look like it then.
    private static string Label(string name)
    {
        if (name.Length <= LongestWords && OwnLabel().IsMatch(name) && name != Subscribers)
        {
            return name;
        }

        var words = NoLabel().Replace(name, "-").Trim('-');
        return $"{words[..Math.Min(words.Length, LongestWords)]}-{StableHash.Of(name, HashBytes)}".TrimStart('-');
    }

    [GeneratedRegex(@"^[A-Za-z0-9](-?[A-Za-z0-9])*\z")]
    private static partial Regex OwnLabel();

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NoLabel();

    [GeneratedRegex(@"^[A-Za-z0-9](-*[A-Za-z0-9])*(\.[A-Za-z0-9](-*[A-Za-z0-9])*)+\z")]
    private static partial Regex Host();
}
