using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;

namespace NewsAlerts.Channels.Email;

/// <summary>
/// One address of one person: <c>me@example.org</c> or <c>Name &lt;me@example.org&gt;</c> (RFC 5322 §3.4). MimeKit alone also
/// takes a bare word, a group, and a domain that no server has.
/// </summary>
internal static partial class Mailbox
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private static readonly ParserOptions Options = new() { AllowAddressesWithoutDomain = false, MaxAddressGroupDepth = 1 };

    /// <summary>Reads one. MimeKit shows its domain in Unicode, however it is written.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MailboxAddress? mailbox)
    {
        mailbox = null;
        if (text is null || text.Any(char.IsControl) || !MailboxAddress.TryParse(Options, text, out var read))
        {
            return false;
        }

        var at = read.Address.LastIndexOf('@');
        var (local, domain) = (read.Address[..Math.Max(at, 0)], AsciiOf(read.Address[(at + 1)..]));
        if (domain is null || !LocalPart().IsMatch(local))
        {
            return false;
        }

        mailbox = read;
        return true;
    }

    /// <summary>The address of an email destination without its reader's name, as people write it.</summary>
    public static string AddressOf(Destination destination) =>
        TryParse(destination.To, out var mailbox) ? mailbox.Address : destination.To ?? "";

    /// <summary>Whether only a mail server that knows SMTPUTF8 (RFC 6531) can take mail for it, or from it.</summary>
    public static bool NeedsUtf8(MailboxAddress mailbox) => !Ascii.IsValid(mailbox.LocalPart);

    /// <summary>The address as a mail server must get it: its domain in ASCII.</summary>
    public static string AsciiOf(MailboxAddress mailbox) => $"{mailbox.LocalPart}@{AsciiOf(mailbox.Domain)}";

    /// <summary>A domain in ASCII (A-labels, RFC 5890); null where it is none.</summary>
    public static string? AsciiOf(string domain)
    {
        if (domain.EndsWith('.') || Uri.CheckHostName(domain) == UriHostNameType.Unknown)
        {
            return null;
        }

        try
        {
            return Ascii.IsValid(domain) ? domain : Idn.GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether nothing but capitals and accents apart from their letters is mapped when a domain with letters that are not ASCII is
    /// written in ASCII; true of any domain in ASCII.
    /// </summary>
    public static bool IsAsServersKnowIt(string domain)
    {
        try
        {
            // Label by label: beside a label in Unicode, another may be in ASCII already (xn--).
            return domain.Split('.').All(label => Ascii.IsValid(label)
                || Idn.GetUnicode(Idn.GetAscii(label)).Equals(label.Normalize(NormalizationForm.FormC), StringComparison.OrdinalIgnoreCase));
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // Words with single dots between them (RFC 5321 §4.1.2, with the letters of RFC 6531 §3.3), or something in quotes.
    [GeneratedRegex("""^(?:[\w!#$%&'*+/=?^`{|}~\u0080-\uffff-]+(?:\.[\w!#$%&'*+/=?^`{|}~\u0080-\uffff-]+)*|"(?:[^"\\]|\\.)+")\z""")]
    private static partial Regex LocalPart();
}
