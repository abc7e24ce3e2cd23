using System.Net;
using System.Net.Sockets;

namespace NewsAlerts.Tests.Support;

public class LocalSmtpServerTests
{
    [Fact]
    public async Task Dispose_ClientWentAwayWithinAMail_NothingWasReceived()
    {
        var server = new LocalSmtpServer();
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(IPAddress.Loopback, server.Port, TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync(
                "EHLO me\r\nMAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nDATA\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
            await WaitForAsync(server, "DATA");
        }

        await server.DisposeAsync();

        Assert.Empty(server.Mails);
    }

    private static async Task WaitForAsync(LocalSmtpServer server, string command)
    {
        for (var wait = 0; wait < 500 && !server.Commands.Contains(command); wait++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.Contains(command, server.Commands);
    }
}
