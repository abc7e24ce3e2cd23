using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using NewsAlerts.Channels.Email.OAuth2;

namespace NewsAlerts.Channels.Email;

/// <summary>
/// Hands emails to a mail server (SMTP, RFC 5321). A connection is kept for a short while after an email, for the next one.
/// </summary>
/// <param name="settings">The server.</param>
/// <param name="tokens">Gets what is logged in with by OAuth 2.0.</param>
/// <param name="time">The clock of its time-outs.</param>
/// <param name="roots">The certificates to trust in place of the machine's; null means the machine's.</param>
internal sealed class SmtpTransport(
    SmtpSettings settings, AccessTokens tokens, TimeProvider time, X509Certificate2Collection? roots = null)
    : IEmailTransport, IAsyncDisposable
{
    /// <summary>For the whole conversation; servers that delay the unknown take half a minute at times.</summary>
    public static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(60);

    /// <summary>How many may be open at once: Exchange Online refuses a mailbox the fourth.</summary>
    public const int MostConnections = 3;

    private readonly SemaphoreSlim _free = new(MostConnections);
    private readonly IdleConnections _idle = new(time);

    /// <inheritdoc />
    public MailboxAddress From { get; } = Mailbox.TryParse(settings.From, out var from)
        ? from
        : throw new ArgumentException($"'{settings.From}' is no sender", nameof(settings));

    /// <inheritdoc />
    public async Task<DeliveryResult> SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        if (!await _free.WaitAsync(0, cancellationToken) && !await WaitAsync(cancellationToken))
        {
            return new DeliveryResult(
                DeliveryOutcome.Failed, $"{settings.Host} was busy with other emails for {TimeOut.TotalSeconds:0} s.");
        }

        try
        {
            using var timer = new CancellationTokenSource(TimeOut, time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
            return await TryAsync(message, both.Token, cancellationToken);
        }
        finally
        {
            _free.Release();
        }
    }

    /// <summary>Closes the connections that wait for another email; one that is at work closes when it is done.</summary>
    public ValueTask DisposeAsync() => _idle.DisposeAsync();

    private async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(TimeOut, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            await _free.WaitAsync(both.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>A connection that has worn out while it waited is replaced: the server has nothing of the email then.</summary>
    private async Task<DeliveryResult> TryAsync(MimeMessage message, CancellationToken timeOut, CancellationToken cancellationToken)
    {
        while (true)
        {
            var connection = _idle.Take() ?? NewConnection();
            try
            {
                return await TryAsync(connection, message, timeOut);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return SmtpFailure.TooLate(TimeOut, connection, settings);
            }
            catch (Exception e) when (connection.IsWornOut(e))
            {
                await connection.DisconnectAsync(quit: false, timeOut);
            }
            catch (Exception e) when (SmtpFailure.IsOne(e))
            {
                return SmtpFailure.Of(e, connection, settings);
            }
            finally
            {
                _idle.Keep(connection);
            }
        }
    }

    private async Task<DeliveryResult> TryAsync(SmtpConnection connection, MimeMessage message, CancellationToken cancellationToken)
    {
        var needsUtf8 = Mailbox.NeedsUtf8(From) || message.To.Mailboxes.Any(Mailbox.NeedsUtf8);
        if (needsUtf8 && connection.IsAsciiOnly)
        {
            await connection.DisconnectAsync(quit: true, cancellationToken);
        }

        if (!connection.IsConnected && await OpenAsync(connection, cancellationToken) is { } failure)
        {
            return failure;
        }

        if (needsUtf8 && !connection.OffersUtf8)
        {
            // MailKit would send the letters as they are, and the server take them for whatever it likes.
            const string Words = "with letters before the @ that are not ASCII: it does not offer SMTPUTF8 (RFC 6531)";
            return Mailbox.NeedsUtf8(From)
                ? SmtpFailure.OfSender($"the server takes no sender {Words}", connection, settings)
                : new DeliveryResult(DeliveryOutcome.Refused, $"{settings.Host} takes no address {Words}.");
        }

        await connection.HandOverAsync(message, needsUtf8, cancellationToken);
        return new DeliveryResult(DeliveryOutcome.Delivered, $"Accepted by {settings.Host}.", (int)SmtpStatusCode.Ok);
    }

    private SmtpConnection NewConnection() => new(new CertificateCheck(settings.Host, roots));

    /// <summary>Opens a connection and logs in; null where that is done.</summary>
    private async Task<DeliveryResult?> OpenAsync(SmtpConnection connection, CancellationToken cancellationToken)
    {
        await connection.OpenAsync(settings, cancellationToken);
        if (settings.OAuth2 is { } login)
        {
            return await LogInAsync(connection, login, cancellationToken);
        }

        if (settings is { User: { } user, Password: { } password })
        {
            await connection.AuthenticateAsync(Encoding.UTF8, new NetworkCredential(user, password.Reveal()), cancellationToken);
        }

        return null;
    }

    /// <summary>A token that was kept may have been withdrawn: who refuses it is asked once more, with a new one.</summary>
    private async Task<DeliveryResult?> LogInAsync(SmtpConnection connection, OAuth2Login login, CancellationToken cancellationToken)
    {
        AccessToken? refused = null;
        while (true)
        {
            var answer = await tokens.GetAsync(login, refused, cancellationToken);
            if (answer.Token is not { } token)
            {
                return SmtpFailure.OfSender($"there is no access token to log in with: {answer.Problem}", connection, settings);
            }

            try
            {
                await connection.LogInAsync(settings.LoginName, token, cancellationToken);
                return null;
            }
            catch (AuthenticationException) when (answer.WasKept)
            {
                refused = token;
                await connection.DisconnectAsync(quit: true, cancellationToken);
                await connection.OpenAsync(settings, cancellationToken);
            }
        }
    }
}
