using System.Text;
using MimeKit;
using NewsAlerts.Channels;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Local.Running;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.HostTests.Running;

public class OutboxTransportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_TextBeyondAscii_IsAFileOfSevenBitsWithItsIdAndDate()
    {
        using var folder = new TemporaryFolder();
        var outbox = new OutboxTransport(Path.Combine(folder.Path, "outbox"));
        using var message = Message(outbox, "台湾 and a line that is much longer than any program shows " + new string('x', 2000));

        var result = await outbox.SendAsync(message, Cancellation);
        await outbox.SendAsync(message, Cancellation);

        var file = Assert.Single(Directory.GetFiles(Path.Combine(folder.Path, "outbox")));
        Assert.Equal(new DeliveryResult(DeliveryOutcome.Delivered, $"Written to {file}."), result);
        Assert.Equal("msg_1.eml", Path.GetFileName(file));
        var bytes = await File.ReadAllBytesAsync(file, Cancellation);
        Assert.True(Ascii.IsValid(bytes));
        Assert.All(Encoding.ASCII.GetString(bytes).Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
        var mail = new ReceivedMail("", [], Encoding.ASCII.GetString(bytes));
        Assert.Equal("<msg_1@localhost>", mail.Header("Message-ID"));
        Assert.Equal("Sat, 21 Nov 2026 09:30:00 +0000", mail.Header("Date"));
        Assert.StartsWith("台湾", mail.Part("text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_HtmlPart_IsAFileThatABrowserOpens()
    {
        using var folder = new TemporaryFolder();
        var outbox = new OutboxTransport(folder.Path);
        using var message = Message(outbox, "台湾");
        var html = new TextPart("html") { Text = "<meta charset=\"utf-8\"><p>台湾</p>" };
        message.Body = new MultipartAlternative(new TextPart("plain") { Text = "台湾" }, html);

        await outbox.SendAsync(message, Cancellation);
        var result = await outbox.SendAsync(message, Cancellation);

        Assert.Equal(["msg_1.eml", "msg_1.html"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal($"Written to {Path.Combine(folder.Path, "msg_1.eml")}.", result.Reason);
        Assert.Equal(html.Text, await File.ReadAllTextAsync(Path.Combine(folder.Path, "msg_1.html"), Cancellation));
    }

    [Fact]
    public async Task SendAsync_FolderThatCannotBeMade_Fails()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(file, "", Cancellation);
        var outbox = new OutboxTransport(file);
        using var message = Message(outbox, "Text");

        var result = await outbox.SendAsync(message, Cancellation);

        Assert.Equal(DeliveryOutcome.Failed, result.Outcome);
        Assert.StartsWith("The outbox cannot be written: ", result.Reason, StringComparison.Ordinal);
    }

    private static MimeMessage Message(OutboxTransport outbox, string text) =>
        new([outbox.From], [MailboxAddress.Parse("me@example.org")], "News", new TextPart("plain") { Text = text })
        {
            MessageId = "msg_1@localhost",
            Date = new DateTimeOffset(2026, 11, 21, 9, 30, 0, TimeSpan.Zero),
        };
}
