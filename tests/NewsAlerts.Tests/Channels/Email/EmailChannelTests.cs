using System.Net.Mail;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Email;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Channels.Email;

public class EmailChannelTests
{
    private static readonly Destination Me = new() { Name = "me", Type = "email", To = "Me <me@example.org>" };

    [Fact]
    public async Task SendAsync_ThreeAlerts_ArriveAsTextAndHtml()
    {
        await using var server = new LocalSmtpServer();

        var result = await Channel(server).SendAsync(
            Me, Samples.Delivery(Samples.Lavrov, Samples.Arabic, Samples.Japanese), TestContext.Current.CancellationToken);

        Assert.Equal(DeliveryOutcome.Delivered, result.Outcome);
        var mail = Assert.Single(server.Mails);
        await File.WriteAllTextAsync("/tmp/chk/mail.eml", mail.Data, System.Text.Encoding.Latin1, TestContext.Current.CancellationToken);
    }

    private static EmailChannel Channel(LocalSmtpServer server) => new(new SmtpTransport(
        new SmtpSettings { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None, From = "News alerts <alerts@example.org>" },
        TimeProvider.System));
}
