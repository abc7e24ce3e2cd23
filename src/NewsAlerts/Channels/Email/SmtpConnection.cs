using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using NewsAlerts.Channels.Email.OAuth2;

namespace NewsAlerts.Channels.Email;

/// <summary>How far a conversation with a mail server has come.</summary>
internal enum SmtpStage
{
    /// <summary>Until the connection is open and protected.</summary>
    Connecting,

    /// <summary>AUTH.</summary>
    LoggingIn,

    /// <summary>MAIL: the server has no part of the message yet.</summary>
    Sender,

    /// <summary>RCPT: as before, and the server knows the sender.</summary>
    Recipient,

    /// <summary>DATA: the server may have the whole message.</summary>
    Content,
}

/// <summary>A connection to a mail server, which knows how far it has come with a message.</summary>
internal sealed class SmtpConnection : SmtpClient
{
    private static readonly FormatOptions Utf8Headers = UseUtf8Headers();

    /// <summary>Makes one that is not open yet.</summary>
    public SmtpConnection(CertificateCheck certificate)
    {
        Certificate = certificate;
        CheckCertificateRevocation = false;
        ServerCertificateValidationCallback = certificate.IsValid;
    }

    /// <summary>What was thought of the server's certificate.</summary>
    public CertificateCheck Certificate { get; }

    /// <summary>How far it has come.</summary>
    public SmtpStage Stage { get; private set; }

    /// <summary>Whether it has waited for this message since an earlier one.</summary>
    public bool HasWaited { get; set; }

    /// <summary>Whether another message can go over it.</summary>
    public bool IsUsable => IsConnected && Stage > SmtpStage.LoggingIn;

    /// <summary>When it was last used, UTC.</summary>
    public DateTimeOffset LastUsed { get; set; }

    /// <summary>The access token that it was last logged in with; null where it was none.</summary>
    public AccessToken? Token { get; private set; }

    /// <summary>Whether the server takes addresses and headers in UTF-8 (RFC 6531 §3.1, which wants 8BITMIME too).</summary>
    public bool OffersUtf8 { get; private set; }

    /// <summary>Whether it has forgotten that the server does, and must be opened anew for that.</summary>
    public bool IsAsciiOnly => OffersUtf8 && !Capabilities.HasFlag(SmtpCapabilities.UTF8);

    /// <summary>
    /// Whether a failure at this stage may be the connection's alone, so that the same message can go over a new one at once:
    /// it was open for a while, and the server has nothing of the message and has not refused it.
    /// </summary>
    public bool IsWornOut(Exception e) => HasWaited && Stage == SmtpStage.Sender && e
        is IOException or ProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException
        or SmtpCommandException { StatusCode: < SmtpStatusCode.CommandUnrecognized };

    /// <summary>Opens it.</summary>
    public async Task OpenAsync(SmtpSettings settings, CancellationToken cancellationToken)
    {
        Stage = SmtpStage.Connecting;
        await ConnectAsync(settings.Host, settings.Port, OptionsOf(settings.Security), cancellationToken);
        Stage = SmtpStage.LoggingIn;
        OffersUtf8 = Capabilities.HasFlag(SmtpCapabilities.UTF8 | SmtpCapabilities.EightBitMime);
    }

    /// <summary>Logs in by an access token (XOAUTH2).</summary>
    public Task LogInAsync(string user, AccessToken token, CancellationToken cancellationToken)
    {
        Token = token;
        return AuthenticateAsync(new SaslMechanismOAuth2(user, token.Value.Reveal()), cancellationToken);
    }

    /// <summary>Hands a message over.</summary>
    public Task HandOverAsync(MimeMessage message, bool needsUtf8, CancellationToken cancellationToken)
    {
        Stage = SmtpStage.Sender;
        if (!needsUtf8)
        {
            // Where it may, MailKit sends a domain in UTF-8, which the servers after this one may not take.
            Capabilities &= ~SmtpCapabilities.UTF8;
        }

        return SendAsync(needsUtf8 ? Utf8Headers : FormatOptions.Default, message, cancellationToken);
    }

    /// <inheritdoc />
    protected override void OnSenderAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) =>
        Stage = SmtpStage.Recipient;

    /// <inheritdoc />
    protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) =>
        Stage = SmtpStage.Content;

    private static SecureSocketOptions OptionsOf(SmtpSecurity security) => security switch
    {
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    private static FormatOptions UseUtf8Headers()
    {
        var options = FormatOptions.Default.Clone();
        options.International = true;
        return options;
    }
}
