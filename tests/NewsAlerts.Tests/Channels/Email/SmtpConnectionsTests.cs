using System.Globalization;
using MimeKit;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Email;
using NewsAlerts.Http;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Channels.Email;

/// <summary>One connection carries many emails, and no email goes out twice by that.</summary>
public class SmtpConnectionsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_OneAfterAnother_UsesOneConnectionAndOneLogin()
    {
        await using var server = new LocalSmtpServer { Offers = ["AUTH PLAIN"] };
        await using (var transport = Mail.Transport(Mail.Settings(server) with { User = "alerts", Password = new Secret("hunter2hunter2") }))
        {
            for (var i = 0; i < 5; i++)
            {
                Assert.Equal(DeliveryOutcome.Delivered, (await SendAsync(transport)).Outcome);
            }
        }

        Assert.Equal(5, server.Mails.Count);
        Assert.Equal(1, server.Connections);
        Assert.Single(server.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal));
        Assert.Equal("QUIT", server.Commands[^1]);
    }

    [Fact]
    public async Task SendAsync_ManyAtOnce_ArriveOnceEachOverThreeConnections()
    {
        await using var server = new LocalSmtpServer();
        await using var transport = Mail.Transport(Mail.Settings(server));
        string[] readers = [.. Enumerable.Range(0, 40).Select(i => string.Create(CultureInfo.InvariantCulture, $"r{i:00}@example.org"))];

        var results = await Task.WhenAll(readers.Select(reader => SendAsync(transport, reader)));

        Assert.All(results, result => Assert.Equal(DeliveryOutcome.Delivered, result.Outcome));
        Assert.Equal(readers, server.Mails.Select(mail => Assert.Single(mail.Recipients)).Order());
        Assert.InRange(server.Connections, 1, SmtpTransport.MostConnections);
    }

    [Fact]
    public async Task SendAsync_RefusedRecipient_LeavesTheConnectionToTheNext()
    {
        await using var server = new LocalSmtpServer { Reply = line => line.StartsWith("RCPT TO:<x@", StringComparison.Ordinal) ? "550 5.1.1 no" : null };
        await using var transport = Mail.Transport(Mail.Settings(server));

        Assert.Equal(DeliveryOutcome.NoSuchAddress, (await SendAsync(transport, "x@example.org")).Outcome);
        Assert.Equal(DeliveryOutcome.Delivered, (await SendAsync(transport)).Outcome);

        Assert.Equal(1, server.Connections);
        Assert.Equal(["me@example.org"], Assert.Single(server.Mails).Recipients);
    }

    [Theory]
    [InlineData(LocalSmtpServer.Close)]
    [InlineData("421 4.4.2 idle for too long")]
    [InlineData("452 4.5.3 too many emails on one connection")]
    [InlineData("530 5.7.0 log in again")]
    public async Task SendAsync_ConnectionWornOutWhileItWaited_SendsOverANewOne(string reply)
    {
        var mails = 0;
        await using var server = new LocalSmtpServer
        {
            Reply = line => line.StartsWith("MAIL", StringComparison.Ordinal) && Interlocked.Increment(ref mails) == 2 ? reply : null,
        };
        await using var transport = Mail.Transport(Mail.Settings(server));

        await SendAsync(transport);
        var result = await SendAsync(transport, "you@example.org");

        Assert.Equal(DeliveryOutcome.Delivered, result.Outcome);
        Assert.Equal((2, 2), (server.Connections, server.Mails.Count));
    }

    [Theory]
    [InlineData("MAIL", "451 4.3.0 not now", 451)]
    [InlineData("MAIL", LocalSmtpServer.Close, null)]
    [InlineData("RCPT", LocalSmtpServer.Close, null)]
    [InlineData("DATA", LocalSmtpServer.Close, null)]
    public async Task SendAsync_NewConnectionFails_IsAFailureAtOnce(string command, string reply, int? status)
    {
        await using var server = new LocalSmtpServer { Reply = line => line.StartsWith(command, StringComparison.Ordinal) ? reply : null };
        await using var transport = Mail.Transport(Mail.Settings(server));

        var result = await SendAsync(transport);

        Assert.Equal((DeliveryOutcome.Failed, status), (result.Outcome, result.Status));
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task SendAsync_ConnectionBreaksAfterTheWholeEmail_IsNotSentAgainAtOnce()
    {
        var ends = 0;
        await using var server = new LocalSmtpServer { Reply = line => line == "." && Interlocked.Increment(ref ends) == 2 ? LocalSmtpServer.Close : null };
        await using var transport = Mail.Transport(Mail.Settings(server));

        await SendAsync(transport);
        var result = await SendAsync(transport);

        Assert.Equal(DeliveryOutcome.Failed, result.Outcome);
        Assert.Contains("the connection broke before the server said whether it has the email", result.Reason, StringComparison.Ordinal);
        Assert.Equal(2, server.Commands.Count(command => command == "DATA"));
    }

    [Fact]
    public async Task SendAsync_NothingForAWhile_ClosesTheConnection()
    {
        var time = new ManualTime();
        await using var server = new LocalSmtpServer();
        await using var transport = Mail.Transport(Mail.Settings(server), time);

        await SendAsync(transport);
        time.Advance(IdleConnections.Patience + TimeSpan.FromSeconds(1));
        for (var i = 0; i < 500 && server.Commands[^1] != "QUIT"; i++)
        {
            await Task.Delay(10, Cancellation);
        }

        Assert.Equal("QUIT", server.Commands[^1]);
        Assert.Equal(DeliveryOutcome.Delivered, (await SendAsync(transport)).Outcome);
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task SendAsync_LetterBeforeTheAtThatIsNotAscii_NeedsAServerThatTakesIt()
    {
        await using var without = new LocalSmtpServer();
        await using var with = new LocalSmtpServer { Offers = ["SMTPUTF8"] };
        await using var one = Mail.Transport(Mail.Settings(without));
        await using var other = Mail.Transport(Mail.Settings(with));

        Assert.Equal(
            new DeliveryResult(
                DeliveryOutcome.Refused, "127.0.0.1 takes no address with letters before the @ that are not ASCII: it does not offer SMTPUTF8 (RFC 6531)."),
            await SendAsync(one, "jörg@example.org"));
        Assert.DoesNotContain(without.Commands, command => command.StartsWith("RCPT", StringComparison.Ordinal));
        Assert.Equal(DeliveryOutcome.Delivered, (await SendAsync(other, "jörg@example.org")).Outcome);
        Assert.Contains(with.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal) && command.Contains("SMTPUTF8", StringComparison.Ordinal));
        Assert.Equal("jörg@example.org", Assert.Single(with.Mails).Header("To"));
    }

    [Fact]
    public async Task SendAsync_InternationalDomain_GoesOutInAscii()
    {
        await using var server = new LocalSmtpServer { Offers = ["SMTPUTF8"] };
        await using var transport = Mail.Transport(Mail.Settings(server));

        await SendAsync(transport, "me@bücher.example");
        await SendAsync(transport, "jörg@example.org");
        await SendAsync(transport, "you@xn--bcher-kva.example");

        Assert.Equal(["me@xn--bcher-kva.example", "jÃ¶rg@example.org", "you@xn--bcher-kva.example"], server.Mails.Select(mail => mail.Recipients[0]));
    }

    private static async Task<DeliveryResult> SendAsync(SmtpTransport transport, string to = "me@example.org")
    {
        using var message = Mail.Message(to: to);
        return await transport.SendAsync(message, Cancellation);
    }
}
