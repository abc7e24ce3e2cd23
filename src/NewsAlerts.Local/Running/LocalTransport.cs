using MimeKit;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Email;
using NewsAlerts.Configuration;

namespace NewsAlerts.Local.Running;

/// <summary>Sends emails through the mail server that is configured now; without one, writes them into the outbox.</summary>
internal sealed class LocalTransport(ConfiguredSmtp smtp, OutboxTransport outbox, CurrentConfiguration configuration) : IEmailTransport
{
    public MailboxAddress From => Chosen.From;

    private IEmailTransport Chosen => configuration.Snapshot.Configuration.Settings.Smtp is null ? outbox : smtp;

    public Task<DeliveryResult> SendAsync(MimeMessage message, CancellationToken cancellationToken) =>
        Chosen.SendAsync(message, cancellationToken);
}
