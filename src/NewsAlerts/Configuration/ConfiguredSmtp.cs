using System.Net.Mail;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Email;

namespace NewsAlerts.Configuration;

/// <summary>
/// Hands emails to the mail server of the configuration that holds now. For a host without an outbox folder: without a
/// mail server it refuses every email.
/// </summary>
internal sealed class ConfiguredSmtp(CurrentConfiguration configuration, TimeProvider time) : IEmailTransport
{
    private readonly EmailPace _pace = new(time);

    /// <inheritdoc />
    public MailAddress From => Settings is { } smtp ? new SmtpTransport(smtp, time).From : new MailAddress("alerts@localhost", "News alerts");

    private SmtpSettings? Settings => configuration.Snapshot.Configuration.Settings.Smtp;

    /// <inheritdoc />
    public async Task<DeliveryResult> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        if (Settings is not { } smtp)
        {
            return new DeliveryResult(
                DeliveryOutcome.Refused, "No mail server is configured: add settings.smtp to alerts.yaml, and replay.");
        }

        await _pace.WaitAsync(smtp.Pace, cancellationToken);
        return await new SmtpTransport(smtp, time).SendAsync(message, cancellationToken);
    }
}
