using System.Globalization;
using System.Text;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Email;
using NewsAlerts.Http;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Channels.Email;

/// <summary>How a connection is protected and logged in to, and what a person reads where that fails.</summary>
public class SmtpLoginTests
{
    private const string Password = "hunter2hunter2";

    private static readonly string[] Hidden =
        [Password, Convert.ToBase64String(Encoding.UTF8.GetBytes(Password)), Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0alerts\0{Password}"))];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SmtpSecurity.Tls, "AUTH PLAIN")]
    [InlineData(SmtpSecurity.StartTls, "AUTH PLAIN")]
    [InlineData(SmtpSecurity.StartTls, "AUTH LOGIN")]
    public async Task SendAsync_TrustedCertificate_LogsInProtected(SmtpSecurity security, string offer)
    {
        await using var server = new LocalSmtpServer { IsTls = security == SmtpSecurity.Tls, Offers = ["STARTTLS", offer] };

        var result = await SendAsync(server, security, isTrusted: true);

        Assert.Equal(new DeliveryResult(DeliveryOutcome.Delivered, "Accepted by 127.0.0.1.", 250), result);
        Assert.Single(server.Mails);
        Assert.Contains(server.Commands, Hidden.Skip(1).Select(hidden => offer == "AUTH PLAIN" ? $"AUTH PLAIN {hidden}" : hidden).Contains);
    }

    [Theory]
    [InlineData("AUTH PLAIN")]
    [InlineData("AUTH LOGIN")]
    [InlineData("AUTH LOGIN PLAIN")]
    public async Task SendAsync_WrongPassword_ShowsTheServersReplyAndNoSecret(string offer)
    {
        var secrets = Hidden.Skip(1).ToHashSet();
        await using var server = new LocalSmtpServer
        {
            Offers = [offer],
            Reply = line => line switch
            {
                _ when secrets.Contains(line.Split(' ')[^1]) => $"535-5.7.8 Username and Password not accepted: {line}\r\n535 5.7.8 {Password} is wrong",
                _ when line.StartsWith("MAIL", StringComparison.Ordinal) => "530 5.7.0 Must issue a STARTTLS command first",
                _ => null,
            },
        };

        var result = await SendAsync(server, SmtpSecurity.None);

        Assert.Equal((DeliveryOutcome.SenderAtFault, 535), (result.Outcome, result.Status));
        Assert.StartsWith(
            "127.0.0.1: the login is refused (smtp: user, password): 535: 5.7.8 Username and Password not accepted: ", result.Reason, StringComparison.Ordinal);
        Assert.EndsWith(" 5.7.8 (redacted) is wrong", result.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
        Assert.All(Hidden, hidden => Assert.DoesNotContain(hidden, result.Reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(SmtpSecurity.None, "", "the server offers no login that we know, perhaps since the connection is not protected: security: starttls or tls")]
    [InlineData(SmtpSecurity.None, "AUTH GSSAPI-OF-ITS-OWN", "the server offers no login that we know, perhaps since the connection is not protected: security: starttls or tls")]
    [InlineData(SmtpSecurity.StartTls, "", "the server offers no STARTTLS: security: tls or none")]
    [InlineData(SmtpSecurity.StartTls, "STARTTLS", "the server offers no login that we know: leave out user and password, where it needs none")]
    public async Task SendAsync_NotOffered_SaysWhatToWrite(SmtpSecurity security, string offer, string expected)
    {
        await using var server = new LocalSmtpServer { Offers = offer.Length == 0 ? [] : [offer] };

        var result = await SendAsync(server, security, isTrusted: true);

        Assert.Equal(new DeliveryResult(DeliveryOutcome.SenderAtFault, $"127.0.0.1: {expected}"), result);
        Assert.All(server.Commands, command => Assert.Matches("^(EHLO|STARTTLS|QUIT)", command));
    }

    [Theory]
    [InlineData(SmtpSecurity.Tls)]
    [InlineData(SmtpSecurity.StartTls)]
    public async Task SendAsync_CertificateThatNobodyTrusts_SaysNothingMore(SmtpSecurity security)
    {
        await using var server = new LocalSmtpServer { IsTls = security == SmtpSecurity.Tls, Offers = ["STARTTLS", "AUTH LOGIN"] };

        var result = await SendAsync(server, security);

        Assert.Equal(DeliveryOutcome.SenderAtFault, result.Outcome);
        Assert.StartsWith(
            "127.0.0.1: the certificate of 127.0.0.1 is not valid: this machine does not trust its issuer, localhost: ", result.Reason, StringComparison.Ordinal);
        Assert.All(server.Commands, command => Assert.Matches("^(EHLO|STARTTLS|QUIT)", command));
    }

    [Fact]
    public async Task SendAsync_CertificateOfAnotherHost_NamesIt()
    {
        using var certificate = LocalSmtpServer.SelfSigned("mail.example.org");
        await using var server = new LocalSmtpServer { IsTls = true, Certificate = certificate };

        var result = await SendAsync(server, SmtpSecurity.Tls, isTrusted: true);

        Assert.Equal(
            "127.0.0.1: the certificate of 127.0.0.1 is not valid: it is for mail.example.org, so that smtp: host must be such a name", result.Reason);
    }

    [Fact]
    public async Task SendAsync_CertificateThatHasEnded_SaysWhen()
    {
        using var certificate = LocalSmtpServer.SelfSigned("localhost", ends: -3);
        await using var server = new LocalSmtpServer { IsTls = true, Certificate = certificate };

        var result = await SendAsync(server, SmtpSecurity.Tls, isTrusted: true);

        var end = certificate.NotAfter.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Contains($"is not valid: it holds from ", result.Reason, StringComparison.Ordinal);
        Assert.Contains($" to {end}, ", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_TlsToAServerThatBeginsWithout_SaysWhatToWrite()
    {
        await using var server = new LocalSmtpServer { Offers = ["STARTTLS"] };

        var result = await SendAsync(server, SmtpSecurity.Tls);

        Assert.Equal(DeliveryOutcome.SenderAtFault, result.Outcome);
        Assert.StartsWith($"127.0.0.1: no TLS from the first byte at port {server.Port}; where that is 587 or 25: security: starttls", result.Reason, StringComparison.Ordinal);
    }

    private static async Task<DeliveryResult> SendAsync(LocalSmtpServer server, SmtpSecurity security, bool isTrusted = false)
    {
        var settings = Mail.Settings(server) with { Security = security, User = "alerts", Password = new Secret(Password) };
        await using var transport = Mail.Transport(settings, trusted: isTrusted ? server.Certificate : null);
        using var message = Mail.Message();
        return await transport.SendAsync(message, Cancellation);
    }
}
