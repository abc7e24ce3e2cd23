using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using NewsAlerts.Http;

namespace NewsAlerts.Channels.Email;

/// <summary>What a failed conversation with a mail server means: whose fault it is, and what mends it.</summary>
internal static class SmtpFailure
{
    private const int AuthenticationRequired = 530;

    /// <summary>Whether the exception is one by which MailKit says that the conversation has failed.</summary>
    public static bool IsOne(Exception e) =>
        e is CommandException or ProtocolException or AuthenticationException or SslHandshakeException or SaslException
            or ServiceNotConnectedException or ServiceNotAuthenticatedException or NotSupportedException or IOException or SocketException;

    /// <summary>The result of one.</summary>
    public static DeliveryResult Of(Exception e, SmtpConnection connection, SmtpSettings settings)
    {
        var status = StatusOf(e);
        var words = Words(e, connection, settings);
        return Result(OutcomeOf(e, status, connection.Stage), words, status, connection, settings);
    }

    /// <summary>The result where the time was up.</summary>
    public static DeliveryResult TooLate(TimeSpan timeOut, SmtpConnection connection, SmtpSettings settings)
    {
        var hint = connection.Stage == SmtpStage.Connecting && settings is { Port: SmtpSettings.TlsPort, Security: not SmtpSecurity.Tls }
            ? " Port 465 speaks TLS from the first byte: security: tls."
            : "";
        return new DeliveryResult(DeliveryOutcome.Failed, $"{settings.Host} did not finish within {timeOut.TotalSeconds:0} s.{hint}");
    }

    /// <summary>The result where what has failed is ours.</summary>
    public static DeliveryResult OfSender(string words, SmtpConnection connection, SmtpSettings settings) =>
        Result(DeliveryOutcome.SenderAtFault, words, status: null, connection, settings);

    private static DeliveryResult Result(
        DeliveryOutcome outcome, string words, int? status, SmtpConnection connection, SmtpSettings settings) =>
        new(outcome, AnswerText.Of($"{settings.Host}: {words}", SecretsOf(connection, settings)), status)
        {
            IsOfMessage = connection.Stage >= SmtpStage.Recipient,
        };

    // The token alone, and what AUTH XOAUTH2 makes of it: a server may repeat the command that it refuses.
    private static IEnumerable<Secret?> SecretsOf(SmtpConnection connection, SmtpSettings settings) => connection.Token is not { } token
        ? settings.Secrets
        : [.. settings.Secrets, token.Value, new Secret($"user={settings.LoginName}\u0001auth=Bearer {token.Value.Reveal()}\u0001\u0001")];

    /// <summary>
    /// Only a refusal of the recipient can be the recipient's fault. A reply 5xx to the login or the sender, and a policy (5.7.x,
    /// RFC 3463 §3.8) wherever it shows, is the sender's: somebody can mend that before the attempts end.
    /// </summary>
    private static DeliveryOutcome OutcomeOf(Exception e, int? status, SmtpStage stage) => stage switch
    {
        _ when e is AuthenticationException or SslHandshakeException or NotSupportedException || status == AuthenticationRequired =>
            DeliveryOutcome.SenderAtFault,
        _ when status is null or < 500 => DeliveryOutcome.Failed,
        SmtpStage.Recipient when RecipientReply.SaysNoSuchAddress(e.Message) => DeliveryOutcome.NoSuchAddress,
        SmtpStage.LoggingIn or SmtpStage.Sender => DeliveryOutcome.SenderAtFault,
        _ => RecipientReply.IsPolicy(e.Message) ? DeliveryOutcome.SenderAtFault : DeliveryOutcome.Failed,
    };

    private static int? StatusOf(Exception e) => e switch
    {
        SmtpCommandException command => (int)command.StatusCode,
        ServiceNotAuthenticatedException => AuthenticationRequired,
        AuthenticationException { InnerException: SmtpCommandException command } => (int)command.StatusCode,
        // By its mechanism alone MailKit's exception has the code in its words: "535: 5.7.8 …".
        AuthenticationException when e.Message.Split(':')[0] is { Length: 3 } code
            && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status) => status,
        _ => null,
    };

    private static string Words(Exception e, SmtpConnection connection, SmtpSettings settings) => e switch
    {
        AuthenticationException => $"the login is refused (smtp: {(settings.OAuth2 is null ? "user, password" : "user, auth: oauth2")}): {e.Message}",
        ServiceNotAuthenticatedException when settings is { User: null, OAuth2: null } => $"it wants a login (smtp: user, password): {e.Message}",
        SslHandshakeException => connection.Certificate.Problem ?? NoTls(settings, Innermost(e).Message),
        NotSupportedException when connection.Stage == SmtpStage.Connecting => "the server offers no STARTTLS: security: tls or none",
        NotSupportedException when settings.Security == SmtpSecurity.None =>
            "the server offers no login that we know, perhaps since the connection is not protected: security: starttls or tls",
        NotSupportedException => "the server offers no login that we know: leave out user and password, where it needs none",
        IOException or ProtocolException when connection.Stage == SmtpStage.Content =>
            $"the connection broke before the server said whether it has the email, which is sent again under the same Message-ID: {e.Message}",
        SocketException { SocketErrorCode: SocketError.HostNotFound } => $"the name cannot be resolved (smtp: host): {e.Message}",
        _ => e.Message,
    };

    private static string NoTls(SmtpSettings settings, string words) => settings.Security == SmtpSecurity.Tls
        ? $"no TLS from the first byte at port {settings.Port.ToString(CultureInfo.InvariantCulture)}; where that is 587 or 25: security: starttls ({words})"
        : $"TLS cannot be agreed on: {words}";

    private static Exception Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e;
}
