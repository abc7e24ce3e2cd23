using System.Text;
using MimeKit;
using NewsAlerts.Messages;

namespace NewsAlerts.Channels.Email;

/// <summary>Tells an email address: multipart text and HTML, nothing remote, nothing that tracks.</summary>
internal sealed class EmailChannel(IEmailTransport transport) : IChannel
{
    /// <summary>More in one email would be cut by mail programs: the largest show about 100 KB of HTML.</summary>
    private const int MostAlerts = 50;

    /// <inheritdoc />
    public string Type => "email";

    /// <inheritdoc />
    public bool IsForPeople => true;

    /// <inheritdoc />
    public int CountThatFits(Destination destination, IReadOnlyList<Alert> alerts, Digest? digest = null) =>
        Math.Min(alerts.Count, MostAlerts);

    /// <inheritdoc />
    public async Task<DeliveryResult> SendAsync(
        Destination destination, OutgoingMessage delivery, CancellationToken cancellationToken)
    {
        if (!Mailbox.TryParse(destination.To, out var to))
        {
            return new DeliveryResult(DeliveryOutcome.Failed, "The destination has no valid email address.");
        }

        using var message = Compose(to, destination, delivery);
        return await transport.SendAsync(message, cancellationToken);
    }

    private MimeMessage Compose(MailboxAddress to, Destination destination, OutgoingMessage delivery)
    {
        var (subject, text, html) = PartsOf(destination, delivery);
        var body = new MultipartAlternative(View("plain", text), View("html", html));
        var message = new MimeMessage([transport.From], [to], Literal(subject), body) { Date = delivery.Now };
        var host = Mailbox.AsciiOf(transport.From.Domain) ?? transport.From.Domain;
        foreach (var (name, value) in EmailHeaders.Of(destination, delivery, host))
        {
            message.Headers.Replace(AsItIs(name, value));
        }

        return message;
    }

    private static (string Subject, string Text, string Html) PartsOf(Destination destination, OutgoingMessage delivery)
    {
        if (delivery.Notice is { } notice)
        {
            var email = new EmailNotice(notice, destination, delivery.Links);
            return (email.Subject, email.PlainText(), email.Html());
        }

        var text = EmailText.Of(destination, delivery);
        return (text.Message.Subject, EmailPlainText.Of(text), EmailHtml.Of(text));
    }

    /// <summary>
    /// A headline that is written like an encoded word (RFC 2047 §2) would be decoded by who reads it, into what was never
    /// cleaned: the zero-width space makes it none. A line break, which MimeKit drops, parts words.
    /// </summary>
    private static string Literal(string subject) =>
        subject.ReplaceLineEndings(" ").Replace("=?", "=\u200B?", StringComparison.Ordinal);

    // A signature covers it byte for byte (RFC 8058 §3.1), and MimeKit would encode a long address as words.
    private static Header AsItIs(string name, string value)
    {
        var header = new Header(name, "");
        header.SetRawValue(Encoding.ASCII.GetBytes($" {value}\r\n"));
        return header;
    }

    private static TextPart View(string subtype, string text)
    {
        var view = new TextPart(subtype) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        view.SetText(Encoding.UTF8, text);
        return view;
    }
}
