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
    /// <inheritdoc />
    public MailAddress From => Server?.From ?? new MailAddress("alerts@localhost", "News alerts");

    private SmtpTransport? Server =>
        configuration.Snapshot.Configuration.Settings.Smtp is { } smtp ? new SmtpTransport(smtp, time) : null;

    /// <inheritdoc />
    public Task<DeliveryResult> SendAsync(MailMessage message, CancellationToken cancellationToken) =>
        Server?.SendAsync(message, cancellationToken)
        ?? Task.FromResult(new DeliveryResult(
            DeliveryOutcome.Refused, "No mail server is configured: add settings.smtp to alerts.yaml, and replay."));
}
