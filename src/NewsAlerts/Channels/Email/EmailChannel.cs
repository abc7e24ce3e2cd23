using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using NewsAlerts.Alerts;

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
        Destination destination, Delivery delivery, CancellationToken cancellationToken)
    {
        if (!MailAddress.TryCreate(destination.To, out var to))
        {
            return new DeliveryResult(DeliveryOutcome.Failed, "The destination has no valid email address.");
        }

        using var message = Compose(to, destination, delivery);
        return await transport.SendAsync(message, cancellationToken);
    }

    /// <summary>The transport writes the headers From, To, Date (when it sends) and MIME-Version.</summary>
    private MailMessage Compose(MailAddress to, Destination destination, Delivery delivery)
    {
        var (subject, text, html) = PartsOf(destination, delivery);
        var message = new MailMessage(transport.From, to)
        {
            Subject = Literal(subject),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in EmailHeaders.Of(destination, delivery, transport.From.Host))
        {
            message.Headers.Add(name, value);
        }

        message.AlternateViews.Add(View(text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(html, MediaTypeNames.Text.Html));
        return message;
    }

    private static (string Subject, string Text, string Html) PartsOf(Destination destination, Delivery delivery)
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
    /// cleaned: the zero-width space makes it none.
    /// </summary>
    private static string Literal(string subject) => subject.Replace("=?", "=\u200B?", StringComparison.Ordinal);

    private static AlternateView View(string text, string mediaType)
    {
        var view = AlternateView.CreateAlternateViewFromString(text, Encoding.UTF8, mediaType);
        // .NET's quoted-printable writes line breaks as =0D=0A, against RFC 2045 §6.7.
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }
}
