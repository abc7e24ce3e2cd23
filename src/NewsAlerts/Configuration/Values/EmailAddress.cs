using System.Text;
using System.Text.RegularExpressions;
using NewsAlerts.Channels.Email;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Configuration.Values;

/// <summary>Email addresses (RFC 5321 §4.1.2), with or without a display name (RFC 5322 §3.4).</summary>
internal static partial class EmailAddress
{
    /// <summary>Why the text is no bare address; null where it is one.</summary>
    public static Problem? Check(string text) => IsBare(text)
        ? CheckDomain(text)
        : CheckDomain(text) ?? new Problem("is not an email address such as me@example.org", Meant(text));

    /// <summary>The same, where a mail server without SMTPUTF8 (RFC 6531) is to take it.</summary>
    public static Problem? CheckAscii(string text) => Check(text) ?? CheckLocalPart(text);

    /// <summary>Why the text is no sender, <c>me@example.org</c> or <c>Name &lt;me@example.org&gt;</c>; null where it is one.</summary>
    public static Problem? CheckSender(string text) => Mailbox.TryParse(text, out _)
        ? CheckDomain(text)
        : CheckDomain(text) ?? new Problem("is not a sender such as 'News alerts <me@example.org>'", Meant(text));

    /// <summary>
    /// Why the domain is none as servers know it; null where it is one. IDNA (UTS #46) maps <c>①.org</c> to <c>1.org</c> and knows
    /// nothing of <c>⒈com.org</c>, and a mail server, or MimeKit, may read either in its own way.
    /// </summary>
    public static Problem? CheckDomain(string text)
    {
        var (start, end) = (text.LastIndexOf('@') + 1, text.TrimEnd('>', ' ').Length);
        if (start == 0 || start >= end || Mailbox.IsAsServersKnowIt(text[start..end]))
        {
            return null;
        }

        var meant = text[start..end].Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return new Problem(
            "has a character after the @ that no domain has",
            Mailbox.AsciiOf(meant) is not null && Mailbox.IsAsServersKnowIt(meant) ? text[..start] + meant + text[end..] : null);
    }

    /// <summary>The same, where a mail server without SMTPUTF8 is to take it.</summary>
    public static Problem? CheckAsciiSender(string text) =>
        CheckSender(text) ?? (Mailbox.TryParse(text, out var sender) ? CheckLocalPart(sender.Address) : null);

    /// <summary>Why the text is neither an email address nor a web address; null where it is one of them.</summary>
    public static Problem? CheckContact(string text) =>
        IsBare(text) || WebAddressText.Check(text) is null
            ? null
            : new Problem("is neither an email address nor a web address", Meant(text));

    private static bool IsBare(string text) =>
        Mailbox.TryParse(text, out var mailbox)
        && text.LastIndexOf('@') is var at
        && $"{text[..at]}@{Mailbox.AsciiOf(text[(at + 1)..])}" == Mailbox.AsciiOf(mailbox)
        && !text.Any(char.IsWhiteSpace);

    private static Problem? CheckLocalPart(string address) => Ascii.IsValid(address.AsSpan(0, address.LastIndexOf('@')))
        ? null
        : new Problem(
            "has letters before the @ that are not ASCII, which few mail servers take: where yours does, say smtp: { utf8: true }");

    private static string? Meant(string text) =>
        Inside().Match(text.Replace("(at)", "@", StringComparison.OrdinalIgnoreCase)) is { Success: true } match
        && IsBare(match.Value)
            ? match.Value
            : null;

    [GeneratedRegex(@"(?<=^|[\s<:""'])[^\s<>:,;""'@]{1,64}@[^\s<>:,;""'@]{1,255}?(?=$|[\s>,;""'.]*$|[>])")]
    private static partial Regex Inside();
}
