using MimeKit;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Email;
using NewsAlerts.Channels.Email.OAuth2;

namespace NewsAlerts.Configuration;

/// <summary>
/// Hands emails to the mail server of the configuration that holds now. For a host without an outbox folder: without a
/// mail server it refuses every email.
/// </summary>
internal sealed class ConfiguredSmtp(CurrentConfiguration configuration, AccessTokens tokens, TimeProvider time)
    : IEmailTransport, IAsyncDisposable
{
    private static readonly MailboxAddress Nobody = new("News alerts", "alerts@localhost");

    private readonly EmailPace _pace = new(time);
    private readonly Lock _lock = new();
    private (SmtpSettings Settings, SmtpTransport Transport)? _current;

    /// <inheritdoc />
    public MailboxAddress From => Current is var (_, transport) ? transport.From : Nobody;

    // What is at work with an older configuration ends its work, and its connections are not kept.
    private (SmtpSettings Settings, SmtpTransport Transport)? Current
    {
        get
        {
            lock (_lock)
            {
                var settings = configuration.Snapshot.Configuration.Settings.Smtp;
                if (_current?.Settings != settings)
                {
                    _ = _current?.Transport.DisposeAsync().AsTask();
                    _current = settings is null ? null : (settings, new SmtpTransport(settings, tokens, time));
                }

                return _current;
            }
        }
    }

    /// <inheritdoc />
    public async Task<DeliveryResult> SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        if (Current is not var (settings, transport))
        {
            return new DeliveryResult(
                DeliveryOutcome.Refused, "No mail server is configured: add settings.smtp to alerts.yaml, and replay.");
        }

        await _pace.WaitAsync(settings.Pace, cancellationToken);
        return await transport.SendAsync(message, cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _current?.Transport.DisposeAsync() ?? ValueTask.CompletedTask;
}
