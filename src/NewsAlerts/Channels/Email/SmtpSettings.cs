using NewsAlerts.Http;

namespace NewsAlerts.Channels.Email;

/// <summary>The mail server that emails leave through.</summary>
public sealed record SmtpSettings
{
    /// <summary>Its host name or address.</summary>
    public required string Host { get; init; }

    /// <summary>Its port: 587 (message submission, RFC 6409) by default.</summary>
    public int Port { get; init; } = 587;

    /// <summary>How the connection is protected: STARTTLS by default, and never less than asked for.</summary>
    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    /// <summary>The user to log in as; null means no login.</summary>
    public string? User { get; init; }

    /// <summary>The password to log in with.</summary>
    public Secret? Password { get; init; }

    /// <summary>Who the emails are from: an address, or <c>Name &lt;address&gt;</c> (RFC 5322 §3.4).</summary>
    public required string From { get; init; }

    /// <summary>The least time between two emails that one process hands over; zero, by default, means none.</summary>
    public TimeSpan Pace { get; init; }
}
