using NewsAlerts.Channels;
using NewsAlerts.Channels.Email;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Channels.Email;

public class SmtpTransportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("RCPT", "550 5.1.1 no such person", DeliveryOutcome.NoSuchAddress, 550, "no such person")]
    [InlineData("RCPT", "550-5.1.1 The email account does not exist. Try\r\n550-5.1.1 double-checking the address\r\n550 5.1.1 for typos", DeliveryOutcome.NoSuchAddress, 550, "the address 5.1.1 for typos")]
    [InlineData("RCPT", "550-Not here:\r\n550 5.1.1 no such person", DeliveryOutcome.NoSuchAddress, 550, "no such person")]
    [InlineData("RCPT", "550 5.1.10 RESOLVER.ADR.RecipientNotFound", DeliveryOutcome.NoSuchAddress, 550, "RecipientNotFound")]
    [InlineData("RCPT", "550 5.1.2 <me@example.org>: no such host", DeliveryOutcome.NoSuchAddress, 550, "no such host")]
    [InlineData("RCPT", "554 5.1.1 no such person", DeliveryOutcome.NoSuchAddress, 554, "no such person")]
    [InlineData("RCPT", "551 5.1.6 moved, left no address", DeliveryOutcome.NoSuchAddress, 551, "moved")]
    [InlineData("RCPT", "550 no such person", DeliveryOutcome.NoSuchAddress, 550, "no such person")]
    [InlineData("RCPT", "551 user not local", DeliveryOutcome.Failed, 551, "not local")]
    [InlineData("RCPT", "552 no more room", DeliveryOutcome.Failed, 552, "no more room")]
    [InlineData("RCPT", "550 relay not permitted", DeliveryOutcome.Failed, 550, "relay")]
    [InlineData("RCPT", "530 5.7.0 Authentication required", DeliveryOutcome.SenderAtFault, 530, "smtp: user, password")]
    [InlineData("RCPT", "550 Access denied", DeliveryOutcome.Failed, 550, "denied")]
    [InlineData("RCPT", "550 5.1.0 address rejected", DeliveryOutcome.Failed, 550, "address rejected")]
    [InlineData("RCPT", "550 5.2.1 mailbox disabled", DeliveryOutcome.Failed, 550, "mailbox disabled")]
    [InlineData("RCPT", "552 5.2.2 mailbox full", DeliveryOutcome.Failed, 552, "mailbox full")]
    [InlineData("RCPT", "553 5.1.3 bad address", DeliveryOutcome.Failed, 553, "bad address")]
    [InlineData("RCPT", "550 5.7.1 blocked, not as if 5.1.1", DeliveryOutcome.SenderAtFault, 550, "blocked")]
    [InlineData("RCPT", "550 5.7.515 Access denied, sending domain does not meet the required authentication level", DeliveryOutcome.SenderAtFault, 550, "level")]
    [InlineData("RCPT", "550 5.1.15 of a later year", DeliveryOutcome.Failed, 550, "of a later year")]
    [InlineData("RCPT", "550 #5.1.1 no such person", DeliveryOutcome.NoSuchAddress, 550, "no such person")]
    [InlineData("RCPT", "550 <5.1.1@example.org> blocked", DeliveryOutcome.Failed, 550, "blocked")]
    [InlineData("RCPT", "550 blocked by 5.1.1.53", DeliveryOutcome.Failed, 550, "blocked")]
    [InlineData("RCPT", "450 5.1.1 not so sure", DeliveryOutcome.Failed, 450, "not so sure")]
    [InlineData("RCPT", "450 4.2.0 greylisted", DeliveryOutcome.Failed, 450, "greylisted")]
    [InlineData("RCPT", "451 4.7.1 greylisted", DeliveryOutcome.Failed, 451, "greylisted")]
    [InlineData("MAIL", "550 5.1.1 no such sender", DeliveryOutcome.SenderAtFault, 550, "no such sender")]
    [InlineData("MAIL", "550 5.7.1 you may not send", DeliveryOutcome.SenderAtFault, 550, "you may not send")]
    [InlineData("MAIL", "451 4.3.0 try later", DeliveryOutcome.Failed, 451, "try later")]
    [InlineData("DATA", "451 4.3.0 try later", DeliveryOutcome.Failed, 451, "try later")]
    [InlineData(".", "554 5.7.1 looks like spam", DeliveryOutcome.SenderAtFault, 554, "looks like spam")]
    [InlineData(".", "554 5.6.0 cannot be read", DeliveryOutcome.Failed, 554, "cannot be read")]
    [InlineData(".", "452 4.3.1 disk full", DeliveryOutcome.Failed, 452, "disk full")]
    [InlineData("CONNECT", "421 4.3.2 shutting down", DeliveryOutcome.Failed, 421, "shutting down")]
    public async Task SendAsync_Reply_IsWhatItMeans(string command, string reply, DeliveryOutcome outcome, int status, string reason)
    {
        await using var server = new LocalSmtpServer { Reply = line => line.StartsWith(command, StringComparison.Ordinal) ? reply : null };

        var result = await SendAsync(Mail.Settings(server));

        Assert.Equal((outcome, status), (result.Outcome, result.Status));
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
        Assert.StartsWith("127.0.0.1: ", result.Reason, StringComparison.Ordinal);
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task SendAsync_NobodyListens_Fails()
    {
        var server = new LocalSmtpServer();
        var settings = Mail.Settings(server);
        await server.DisposeAsync();

        var result = await SendAsync(settings);

        Assert.Equal((DeliveryOutcome.Failed, null), (result.Outcome, result.Status));
        Assert.Contains("refused", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_ServerThatNeverAnswers_FailsAfterTheTimeOut()
    {
        await using var server = new LocalSmtpServer { Reply = line => line == "CONNECT" ? "220-wait" : null };

        var result = await SendAsync(Mail.Settings(server), new ImpatientTime());

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
        using var message = Mail.Message();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Mail.Transport(Mail.Settings(server)).SendAsync(message, stop.Token));
    }

    private static async Task<DeliveryResult> SendAsync(SmtpSettings settings, TimeProvider? time = null)
    {
        await using var transport = Mail.Transport(settings, time);
        using var message = Mail.Message();
        return await transport.SendAsync(message, Cancellation);
    }
}
