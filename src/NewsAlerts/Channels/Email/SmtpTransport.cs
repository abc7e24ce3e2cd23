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

    private DeliveryResult Refusal(SmtpException e)
    {
        int? status = e.StatusCode == SmtpStatusCode.GeneralFailure ? null : (int)e.StatusCode;
        var words = string.Join(' ', Messages(e).Distinct());
        return new DeliveryResult(OutcomeOf(e), AnswerText.Of($"{settings.Host}: {words}", settings.Password), status);
    }

    /// <summary>
    /// Only a refusal of the recipient by a reply 5xx is for good. Any other reply may be about us (the login, the
    /// sender, a block list), which somebody can repair before the attempts end. SmtpClient tells it from them by its
    /// exception, for 550 to 553, which are the replies that RFC 5321 §4.3.2 has for it.
    /// </summary>
    private static DeliveryOutcome OutcomeOf(SmtpException e) =>
        e is not SmtpFailedRecipientException || (int)e.StatusCode < 500 ? DeliveryOutcome.Failed
        : HardBounce.IsIn((int)e.StatusCode, e.Message) ? DeliveryOutcome.NoSuchAddress
        : DeliveryOutcome.Refused;

    private static IEnumerable<string> Messages(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            yield return e.Message;
        }
    }
}
