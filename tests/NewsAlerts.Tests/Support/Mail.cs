using System.Security.Cryptography.X509Certificates;
using MimeKit;
using NewsAlerts.Channels.Email;
using NewsAlerts.Channels.Email.OAuth2;

namespace NewsAlerts.Tests.Support;

/// <summary>Mails, and what sends them.</summary>
internal static class Mail
{
    /// <summary>How to reach a server without protection.</summary>
    public static SmtpSettings Settings(LocalSmtpServer server) =>
        new() { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None, From = "alerts@example.org" };

    /// <summary>What sends them.</summary>
    /// <param name="settings">How.</param>
    /// <param name="time">Its clock; the system's by default.</param>
    /// <param name="trusted">The certificate to trust beside no other; null means those of the machine.</param>
    /// <param name="sources">Where access tokens come from.</param>
    public static SmtpTransport Transport(
        SmtpSettings settings, TimeProvider? time = null, X509Certificate2? trusted = null, params IEnumerable<ITokenSource> sources)
    {
        time ??= TimeProvider.System;
        return new SmtpTransport(settings, new AccessTokens(sources, time), time, trusted is null ? null : [trusted]);
    }

    /// <summary>A mail.</summary>
    public static MimeMessage Message(string from = "alerts@example.org", string to = "me@example.org") => new(
        [MailboxAddress.Parse(from)], [MailboxAddress.Parse(to)], "News", new TextPart("plain") { Text = "Text" });
}
