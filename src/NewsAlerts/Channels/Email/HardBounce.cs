using System.Text.RegularExpressions;

namespace NewsAlerts.Channels.Email;

/// <summary>
/// Tells a mail server's word that an address does not exist from its other refusals, by the enhanced status code (RFC
/// 3463) that its reply begins with (RFC 2034 §4). A full mailbox (5.2.2), a policy (5.7.1) or a reply without such a code
/// says nothing of the sort, whatever its words.
/// </summary>
internal static partial class HardBounce
{
    /// <summary>
    /// No such mailbox, no such host, moved without a trace (RFC 3463 §3.2), a host that takes no mail at all (RFC 7505 §4.2).
    /// </summary>
    private static readonly string[] NoSuchAddress = ["5.1.1", "5.1.2", "5.1.6", "5.1.10"];

    /// <summary>Whether a reply to RCPT with a code 5xx says that the address does not exist.</summary>
    /// <param name="reply">The reply's text, with other words around it: its first line is all that SmtpClient lets us see.</param>
    public static bool IsIn(string reply) => NoSuchAddress.Contains(EnhancedStatus().Match(reply).Value);

    // A word of its own: no part of a host's address or of the recipient's. Some servers write #5.1.1.
    [GeneratedRegex(@"(?<![^\s:#(])5\.[0-9]{1,3}\.[0-9]{1,3}(?![^\s:,)])")]
    private static partial Regex EnhancedStatus();
}
