using MimeKit;

namespace NewsAlerts.Channels.Email;

/// <summary>The way that emails leave by: a mail server, or a folder.</summary>
public interface IEmailTransport
{
    /// <summary>Who the emails are from.</summary>
    MailboxAddress From { get; }

    /// <summary>
    /// Tries once to hand the email over to its one recipient. Every answer, and its absence, is a result; only cancellation
    /// throws.
    /// </summary>
    Task<DeliveryResult> SendAsync(MimeMessage message, CancellationToken cancellationToken);
}
