using System.Text.RegularExpressions;

namespace NewsAlerts.Channels.Email;

/// <summary>
/// Tells a mail server's word that an address does not exist from its other refusals of a recipient, by the enhanced status
/// code (RFC 3463) that its reply begins with (RFC 2034 §4): a full mailbox (5.2.2) or a policy (5.7.1) is something else.
/// </summary>
internal static partial class HardBounce
{
    /// <summary>
    /// No such mailbox, no such host, moved without a trace (RFC 3463 §3.2), a host that takes no mail at all (RFC 7505 §4.2).
    /// </summary>
    private static readonly string[] NoSuchAddress = ["5.1.1", "5.1.2", "5.1.6", "5.1.10"];

    /// <summary>Whether the reply to RCPT says that the address does not exist.</summary>
    /// <param name="status">Its code.</param>
    /// <param name="reply">Its text, with other words around it: its first line is all that SmtpClient lets us see.</param>
    public static bool IsIn(int status, string reply) => EnhancedStatus().Match(reply) is { Success: true } enhanced
        ? NoSuchAddress.Contains(enhanced.Value)
        : IsOfMailbox(status) && !OfSender().IsMatch(reply);

    // Mailbox unavailable, user not local, mailbox name not allowed (RFC 5321 §4.2.3).
    private static bool IsOfMailbox(int status) => status is 550 or 551 or 553;

    // A word of its own: no part of a host's address or of the recipient's. Some servers write #5.1.1.
    [GeneratedRegex(@"(?<![^\s:#(])5\.[0-9]{1,3}\.[0-9]{1,3}(?![^\s:,)])")]
    private static partial Regex EnhancedStatus();

    // Exim answers a sender whom it does not know by "550 relay not permitted": nobody's address is to end by that.
    [GeneratedRegex(
        @"\b(auth\w*|block\w*|black\w*|denied|listed|permi\w*|polic\w*|rate|relay\w*|reputation|security|spam\w*|spf|dkim|dmarc|tls|too many)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex OfSender();
}
