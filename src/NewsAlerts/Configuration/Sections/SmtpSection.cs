using System.Globalization;
using NewsAlerts.Channels.Email;
using NewsAlerts.Configuration.Values;

namespace NewsAlerts.Configuration.Sections;

/// <summary>The key <c>settings.smtp</c>.</summary>
internal static class SmtpSection
{
    /// <summary>The port on which TLS is spoken from the first byte (RFC 8314 §3.3), which we do not speak.</summary>
    private const int ImplicitTlsPort = 465;

    /// <summary>What <c>security</c> may be.</summary>
    public static readonly Choice<SmtpSecurity> Security = new(new Dictionary<string, SmtpSecurity>
    {
        ["starttls"] = SmtpSecurity.StartTls,
        ["none"] = SmtpSecurity.None,
    });

    /// <summary>The mail server; null where what it needs is missing or wrong.</summary>
    public static SmtpSettings? Read(MappingReader smtp)
    {
        var host = smtp.Required("host", HostName.Check);
        var port = smtp.Text("port", CheckPort);
        var security = smtp.Text("security", CheckSecurity);
        var user = smtp.Text("user", isSecret: true);
        var password = smtp.Text("password", isSecret: true);
        var from = smtp.Required("from", EmailAddress.CheckSender);
        var pace = smtp.Text("pace", text => RateText.Check(text, "smh"));
        if (smtp.Has("user") != smtp.Has("password"))
        {
            smtp.Missing(smtp.Has("user") ? "password" : "user");
        }

        if (security?.Value == "none" && password is not null && host?.Value is not ("localhost" or "127.0.0.1" or "::1"))
        {
            smtp.Mistakes.Warn(security.Node.Start, security.Node.End, "the password travels readable for everybody", "starttls");
        }

        smtp.RejectUnknownKeys();
        return host is null || from is null ? null : new SmtpSettings
        {
            Host = host.Value,
            Port = port is null ? 587 : int.Parse(port.Value, CultureInfo.InvariantCulture),
            Security = security is null ? SmtpSecurity.StartTls : Security[security.Value],
            User = user?.Value,
            Password = password?.ToSecret(),
            From = from.Value,
            Pace = pace is null ? default : RateText.Distance(pace.Value) ?? default,
        };
    }

    private static Problem? CheckPort(string text) =>
        !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535
            ? new Problem("is not a port: a number from 1 to 65535")
            : port == ImplicitTlsPort
                ? new Problem("is the port for TLS from the first byte, which is not supported: use starttls", "587")
                : null;

    private static Problem? CheckSecurity(string text) => text is "tls" or "ssl"
        ? new Problem("is not supported: use starttls on port 587", "starttls")
        : Security.Check(text);
}
