using System.Net;
using System.Net.Mail;

namespace NewsAlerts.Channels.Email;

/// <summary>Hands emails to a mail server (SMTP, RFC 5321).</summary>
/// <param name="settings">The server.</param>
/// <param name="time">The clock that the time-out runs on.</param>
internal sealed class SmtpTransport(SmtpSettings settings, TimeProvider time) : IEmailTransport
{
    /// <summary>For the whole conversation; servers that delay the unknown take half a minute at times.</summary>
    public static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(60);

    /// <inheritdoc />
    public MailAddress From { get; } = new(settings.From);

    /// <inheritdoc />
    public async Task<DeliveryResult> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(TimeOut, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            using var client = Client();
            await client.SendMailAsync(message, both.Token);
            return new DeliveryResult(DeliveryOutcome.Delivered, $"Accepted by {settings.Host}.", (int)SmtpStatusCode.Ok);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryResult(
                DeliveryOutcome.Failed, $"{settings.Host} did not finish within {TimeOut.TotalSeconds:0} s.");
        }
        catch (SmtpException e)
        {
            return Refusal(e);
        }
    }

    private SmtpClient Client() => new(settings.Host, settings.Port)
    {
        // SmtpClient names it by its history: it is STARTTLS, and it fails where the server offers none.
        EnableSsl = settings.Security == SmtpSecurity.StartTls,
        UseDefaultCredentials = false,
        Credentials = settings.User is null ? null : new NetworkCredential(settings.User, settings.Password?.Reveal()),
    };

    /// <summary>
    /// Only a refusal of the recipient by a reply 5xx is for good. Any other reply may be about us (the login, the
    /// sender, a block list), which somebody can repair before the attempts end.
    /// </summary>
    private DeliveryResult Refusal(SmtpException e)
    {
        int? status = e.StatusCode == SmtpStatusCode.GeneralFailure ? null : (int)e.StatusCode;
        var outcome = e is SmtpFailedRecipientException && status >= 500 ? DeliveryOutcome.Refused : DeliveryOutcome.Failed;
        var words = string.Join(' ', Messages(e).Distinct());
        return new DeliveryResult(outcome, AnswerText.Of($"{settings.Host}: {words}", settings.Password), status);
    }

    private static IEnumerable<string> Messages(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            yield return e.Message;
        }
    }
}
