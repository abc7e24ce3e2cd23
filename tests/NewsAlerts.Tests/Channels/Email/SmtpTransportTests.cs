using System.Net.Mail;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Email;
using NewsAlerts.Http;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Channels.Email;

public class SmtpTransportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("RCPT", "550 5.1.1 no such person", DeliveryOutcome.NoSuchAddress, 550, "no such person")]
    [InlineData("RCPT", "550-5.1.1 The email account does not exist. Try\r\n550-5.1.1 double-checking the address\r\n550 5.1.1 for typos", DeliveryOutcome.NoSuchAddress, 550, "does not exist")]
    [InlineData("RCPT", "550 5.1.10 RESOLVER.ADR.RecipientNotFound", DeliveryOutcome.NoSuchAddress, 550, "RecipientNotFound")]
    [InlineData("RCPT", "550 5.1.2 <me@example.org>: no such host", DeliveryOutcome.NoSuchAddress, 550, "no such host")]
    [InlineData("RCPT", "554 5.1.1 a reply that SmtpClient does not tell from one to another command", DeliveryOutcome.Failed, 554, "SmtpClient")]
    [InlineData("RCPT", "551 5.1.6 moved, left no address", DeliveryOutcome.NoSuchAddress, 551, "moved")]
    [InlineData("RCPT", "550 no such person", DeliveryOutcome.NoSuchAddress, 550, "no such person")]
    [InlineData("RCPT", "551 user not local", DeliveryOutcome.NoSuchAddress, 551, "not local")]
    [InlineData("RCPT", "552 no more room", DeliveryOutcome.Refused, 552, "no more room")]
    [InlineData("RCPT", "550 relay not permitted", DeliveryOutcome.Refused, 550, "relay")]
    [InlineData("RCPT", "550 Authentication required", DeliveryOutcome.Refused, 550, "required")]
    [InlineData("RCPT", "550 Access denied", DeliveryOutcome.Refused, 550, "denied")]
    [InlineData("RCPT", "553 sorry, that domain isn't in my list of allowed rcpthosts; no valid cert for gatewaying, no relaying", DeliveryOutcome.Refused, 553, "rcpthosts")]
    [InlineData("RCPT", "550 5.1.0 address rejected", DeliveryOutcome.Refused, 550, "address rejected")]
    [InlineData("RCPT", "550 5.2.1 mailbox disabled", DeliveryOutcome.Refused, 550, "mailbox disabled")]
    [InlineData("RCPT", "552 5.2.2 mailbox full", DeliveryOutcome.Refused, 552, "mailbox full")]
    [InlineData("RCPT", "550 5.7.1 blocked, not as if 5.1.1", DeliveryOutcome.Refused, 550, "blocked")]
    [InlineData("RCPT", "550 5.1.15 of a later year", DeliveryOutcome.Refused, 550, "of a later year")]
    [InlineData("RCPT", "550 #5.1.1 no such person", DeliveryOutcome.NoSuchAddress, 550, "no such person")]
    [InlineData("RCPT", "550 <5.1.1@example.org> blocked", DeliveryOutcome.Refused, 550, "blocked")]
    [InlineData("RCPT", "550 blocked by 5.1.1.53", DeliveryOutcome.Refused, 550, "blocked")]
    [InlineData("RCPT", "450 5.1.1 not so sure", DeliveryOutcome.Failed, 450, "not so sure")]
    [InlineData("MAIL", "550 5.1.1 no such sender", DeliveryOutcome.Failed, 550, "no such sender")]
    [InlineData("RCPT", "553 5.1.3 bad address", DeliveryOutcome.Refused, 553, "bad address")]
    [InlineData("RCPT", "450 4.2.0 greylisted", DeliveryOutcome.Failed, 450, "greylisted")]
    [InlineData("MAIL", "550 5.7.1 you may not send", DeliveryOutcome.Failed, 550, "you may not send")]
    [InlineData("DATA", "451 4.3.0 try later", DeliveryOutcome.Failed, 451, "try later")]
    [InlineData(".", "554 5.7.1 looks like spam", DeliveryOutcome.Failed, 554, "looks like spam")]
    [InlineData(".", "452 4.3.1 disk full", DeliveryOutcome.Failed, 452, "disk full")]
    [InlineData("CONNECT", "421 4.3.2 shutting down", DeliveryOutcome.Failed, 421, "shutting down")]
    public async Task SendAsync_Reply_IsWhatItMeans(string command, string reply, DeliveryOutcome outcome, int status, string reason)
    {
        await using var server = new LocalSmtpServer { Reply = line => line.StartsWith(command, StringComparison.Ordinal) ? reply : null };

        var result = await SendAsync(Settings(server));

        Assert.Equal((outcome, status), (result.Outcome, result.Status));
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
        Assert.StartsWith("127.0.0.1: ", result.Reason, StringComparison.Ordinal);
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task SendAsync_NobodyListens_Fails()
    {
        var server = new LocalSmtpServer();
        var settings = Settings(server);
        await server.DisposeAsync();

        var result = await SendAsync(settings);

        Assert.Equal((DeliveryOutcome.Failed, null), (result.Outcome, result.Status));
        Assert.Contains("refused", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_StartTlsNotOffered_SaysNothingInTheClear()
    {
        await using var server = new LocalSmtpServer();

        var result = await SendAsync(Settings(server) with { Security = SmtpSecurity.StartTls, User = "alerts", Password = new Secret("hunter2hunter2") });

        Assert.Equal(DeliveryOutcome.Failed, result.Outcome);
        Assert.All(server.Commands, command => Assert.Matches("^(EHLO|QUIT)", command));
    }

    [Fact]
    public async Task SendAsync_StartTlsWithACertificateThatNobodyTrusts_SaysNothing()
    {
        await using var server = new LocalSmtpServer { Offers = ["STARTTLS", "AUTH LOGIN"] };

        var result = await SendAsync(Settings(server) with { Security = SmtpSecurity.StartTls, User = "alerts", Password = new Secret("hunter2hunter2") });

        Assert.Equal(DeliveryOutcome.Failed, result.Outcome);
        Assert.Contains("certificate", result.Reason, StringComparison.Ordinal);
        Assert.All(server.Commands, command => Assert.Matches("^(EHLO|STARTTLS|QUIT)", command));
    }

    [Fact]
    public async Task SendAsync_LoginRefused_LeaksNoPassword()
    {
        const string Password = "hunter2hunter2";
        var base64 = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Password));
        await using var server = new LocalSmtpServer
        {
            Offers = ["AUTH LOGIN"],
            Reply = line => line == base64 || line.StartsWith("MAIL", StringComparison.Ordinal)
                ? $"535 5.7.8 {Password} ({base64}) is wrong"
                : null,
        };

        var result = await SendAsync(Settings(server) with { User = "alerts", Password = new Secret(Password) });

        Assert.Contains(base64, server.Commands);
        Assert.Equal((DeliveryOutcome.Failed, 535), (result.Outcome, result.Status));
        Assert.Contains("(redacted) ((redacted)) is wrong", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_ServerThatNeverAnswers_FailsAfterTheTimeOut()
    {
        await using var server = new LocalSmtpServer { Reply = line => line == "CONNECT" ? "220-wait" : null };

        var result = await SendAsync(Settings(server), new ImpatientTime());

        Assert.Equal(new DeliveryResult(DeliveryOutcome.Failed, "127.0.0.1 did not finish within 60 s."), result);
    }

    [Fact]
    public async Task SendAsync_Cancelled_Throws()
    {
        using var stop = new CancellationTokenSource();
        await using var server = new LocalSmtpServer
        {
            Reply = line =>
            {
                stop.Cancel();
                return "220-wait";
            },
        };
        using var message = Message();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new SmtpTransport(Settings(server), TimeProvider.System).SendAsync(message, stop.Token));
    }

    private static async Task<DeliveryResult> SendAsync(SmtpSettings settings, TimeProvider? time = null)
    {
        using var message = Message();
        return await new SmtpTransport(settings, time ?? TimeProvider.System).SendAsync(message, Cancellation);
    }

    private static MailMessage Message() => new("alerts@example.org", "me@example.org", "News", "Text");

    private static SmtpSettings Settings(LocalSmtpServer server) =>
        new() { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None, From = "alerts@example.org" };
}
