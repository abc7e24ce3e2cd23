using System.Text.RegularExpressions;

namespace NewsAlerts.Channels.Email;

/// <summary>
/// What the refusal of a recipient says of the address: that there is no such, that it is the sender who is not wanted, or
/// neither. The enhanced status code (RFC 3463) that the reply begins with (RFC 2034 §4) decides where there is one.
/// </summary>
internal static partial class RecipientReply
{
    /// <summary>
    /// No such mailbox, no such host, moved without a trace (RFC 3463 §3.2), a host that takes no mail at all (RFC 7505 §4.2).
    /// </summary>
    private static readonly string[] NoSuchAddress = ["5.1.1", "5.1.2", "5.1.6", "5.1.10"];

    /// <summary>Whether a reply 5xx to RCPT says that the address does not exist.</summary>
    public static bool SaysNoSuchAddress(string reply) => CodeOf(reply) is { } code
        ? NoSuchAddress.Contains(code)
        : NoSuchUser().IsMatch(reply) && !OfSender().IsMatch(reply);

    /// <summary>Whether the reply is about security or policy (RFC 3463 §3.8): the sender's concern.</summary>
    public static bool IsPolicy(string reply) => CodeOf(reply)?.StartsWith("5.7.", StringComparison.Ordinal) == true;

    private static string? CodeOf(string reply) => EnhancedStatus().Match(reply) is { Success: true } code ? code.Value : null;

    // A word of its own: no part of a host's address or of the recipient's. Some servers write #5.1.1.
    [GeneratedRegex(@"(?<![^\s:#(])5\.[0-9]{1,3}\.[0-9]{1,3}(?![^\s:,)])")]
    private static partial Regex EnhancedStatus();

    // Postfix: "User unknown in virtual mailbox table". Exim: "No Such User Here". qmail: "no mailbox here by that name".
    [GeneratedRegex(
        @"\b(no such (local )?(user|person|recipient|mailbox|address|account|member|customer)\b"
        + @"|(unknown|invalid|non-?existent) (local )?(user|recipient|mailbox|address|account)\b"
        + @"|(user|recipient|mailbox|address|account)\b[^.;]{0,80}?\b(unknown|not found|is not known|(does not|doesn'?t|not) exist)\b"
        + @"|no (mailbox|user|account) (here )?(by|with|of) that name\b"
        + @"|not a (valid|known) (user|recipient|mailbox|account)\b"
        + @"|(does not|doesn'?t) have an? (\S+ )?account\b)",
        RegexOptions.IgnoreCase)]
    private static partial Regex NoSuchUser();

    // "Sender verify failed: no such user", "HELO: address not found", "user unknown to our reputation list": not the reader's.
    [GeneratedRegex(
        @"\b(auth\w*|block\w*|black\w*|denied|listed|permi\w*|polic\w*|rate|relay\w*|reputation|security|spam\w*|spf|dkim|dmarc|tls"
        + @"|too many|sender\w*|from|helo|ehlo|client|dns|ptr|rdns|reverse|hostname|verif\w*|(ip|network) address|temporar\w*"
        + @"|try|later|quota|full)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex OfSender();
}
