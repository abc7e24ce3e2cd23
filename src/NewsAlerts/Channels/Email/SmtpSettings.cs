using NewsAlerts.Channels.Email.OAuth2;
using NewsAlerts.Http;

namespace NewsAlerts.Channels.Email;

/// <summary>The mail server that emails leave through.</summary>
public sealed record SmtpSettings
{
    /// <summary>The port for submission with STARTTLS (RFC 6409).</summary>
    public const int SubmissionPort = 587;

    /// <summary>The port on which TLS is spoken from the first byte (RFC 8314 §3.3).</summary>
    public const int TlsPort = 465;

    /// <summary>Its host name or address.</summary>
    public required string Host { get; init; }

    /// <summary>Its port: 587 by default.</summary>
    public int Port { get; init; } = SubmissionPort;

    /// <summary>How the connection is protected: STARTTLS by default, and never less than asked for.</summary>
    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    /// <summary>The user to log in as; null means no login, or with OAuth 2.0 the address of <see cref="From"/>.</summary>
    public string? User { get; init; }

    /// <summary>The password to log in with; null with OAuth 2.0.</summary>
    public Secret? Password { get; init; }

    /// <summary>Where the access tokens come from that take the place of a password; null, by default, means from nowhere.</summary>
    public OAuth2Login? OAuth2 { get; init; }

    /// <summary>Who the emails are from: an address, or <c>Name &lt;address&gt;</c> (RFC 5322 §3.4).</summary>
    public required string From { get; init; }

    /// <summary>Whether letters before the @ may be other than ASCII (RFC 6531): false by default, since few servers take them.</summary>
    public bool Utf8 { get; init; }

    /// <summary>The least time between two emails that one process hands over; zero, by default, means none.</summary>
    public TimeSpan Pace { get; init; }

    /// <summary>Whom to log in as; empty where there is no login.</summary>
    internal string LoginName => User ?? (Mailbox.TryParse(From, out var from) ? Mailbox.AsciiOf(from) : "");

    /// <summary>What must not be stored or shown of it.</summary>
    internal IEnumerable<Secret?> Secrets => [Password, PlainResponse, .. OAuth2?.Secrets ?? []];

    // What AUTH PLAIN sends (RFC 4616 §2): a server may repeat the command that it refuses.
    private Secret? PlainResponse => Password is null ? null : new Secret($"\0{User}\0{Password.Reveal()}");
}
