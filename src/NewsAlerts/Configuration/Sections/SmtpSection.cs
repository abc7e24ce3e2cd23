using System.Globalization;
using NewsAlerts.Channels.Email;
using NewsAlerts.Configuration.Values;
using NewsAlerts.Yaml;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Configuration.Sections;

/// <summary>The key <c>settings.smtp</c>.</summary>
internal static class SmtpSection
{
    /// <summary>What <c>security</c> may be.</summary>
    public static readonly Choice<SmtpSecurity> Security = new(new Dictionary<string, SmtpSecurity>
    {
        ["starttls"] = SmtpSecurity.StartTls,
        ["tls"] = SmtpSecurity.Tls,
        ["none"] = SmtpSecurity.None,
    });

    /// <summary>Where Microsoft's mail services take mail.</summary>
    private static readonly string[] Microsoft = ["smtp.office365.com", "smtp-mail.outlook.com", "outlook.office365.com"];

    /// <summary>The mail server; null where what it needs is missing or wrong.</summary>
    /// <param name="smtp">The mapping.</param>
    /// <param name="allowPrivate">The hosts that may be private.</param>
    public static SmtpSettings? Read(MappingReader smtp, IReadOnlyCollection<string> allowPrivate)
    {
        var host = smtp.Required("host", HostName.Check);
        var port = smtp.Text("port", CheckPort);
        var security = smtp.Text("security", CheckSecurity);
        var user = smtp.Text("user", isSecret: true);
        var password = smtp.Text("password", isSecret: true);
        var login = OAuth2Section.Read(smtp, allowPrivate, out var isOAuth2);
        var utf8 = smtp.Flag("utf8") ?? false;
        var from = smtp.Required("from", utf8 ? EmailAddress.CheckSender : EmailAddress.CheckAsciiSender);
        var pace = smtp.Text("pace", text => RateText.Check(text, "smh"));
        if (isOAuth2)
        {
            smtp.Reject("password", "'password' means nothing with auth: oauth2");
        }
        else if (smtp.Has("user") != smtp.Has("password"))
        {
            smtp.Missing(smtp.Has("user") ? "password" : "user");
        }

        smtp.RejectUnknownKeys();
        var protection = security is null ? SmtpSecurity.StartTls : Security[security.Value];
        var number = port is null ? DefaultPort(protection) : int.Parse(port.Value, CultureInfo.InvariantCulture);
        Warn(smtp, host, security, port, password, isOAuth2);
        return host is null || from is null ? null : new SmtpSettings
        {
            Host = host.Value,
            Port = number,
            Security = protection,
            User = user?.Value,
            Password = password?.ToSecret(),
            OAuth2 = login,
            From = from.Value,
            Utf8 = utf8,
            Pace = pace is null ? default : RateText.Distance(pace.Value) ?? default,
        };
    }

    private static int DefaultPort(SmtpSecurity security) =>
        security == SmtpSecurity.Tls ? SmtpSettings.TlsPort : SmtpSettings.SubmissionPort;

    private static void Warn(MappingReader smtp, TextValue? host, TextValue? security, TextValue? port, TextValue? password, bool isOAuth2)
    {
        var hasSecret = password is not null || isOAuth2;
        if (security?.Value == "none" && hasSecret && host?.Value is not ("localhost" or "127.0.0.1" or "::1"))
        {
            var what = isOAuth2 ? "access token" : "password";
            smtp.Mistakes.Warn(security.Node.Start, security.Node.End, $"the {what} travels readable for everybody", "starttls");
        }

        if (port?.Value == "465" && security?.Value != "tls")
        {
            smtp.Mistakes.Warn(port.Node.Start, port.Node.End, "port 465 speaks TLS from the first byte: write security: tls");
        }
        else if (port?.Value == "587" && security?.Value == "tls")
        {
            smtp.Mistakes.Warn(security.Node.Start, security.Node.End, "port 587 begins without TLS", "starttls");
        }

        if (password is not null && host is not null && Microsoft.Contains(host.Value, StringComparer.OrdinalIgnoreCase))
        {
            smtp.Mistakes.Warn(
                host.Node.Start,
                host.Node.End,
                "Exchange Online turns passwords for SMTP off at the end of December 2026: write auth: oauth2 with tenant, clientId and "
                + "clientSecret in place of password (docs/email.md)");
        }
    }

    private static Problem? CheckPort(string text) =>
        !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535
            ? new Problem("is not a port: a number from 1 to 65535")
            : null;

    private static Problem? CheckSecurity(string text) => text == "ssl" ? new Problem("is called tls now", "tls") : Security.Check(text);
}
