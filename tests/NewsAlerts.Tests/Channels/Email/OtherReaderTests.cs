using System.Text.Json;
using FsCheck.Fluent;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Email;
using NewsAlerts.Messages;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Channels.Email;

/// <summary>Emails as somebody else's parser reads them: postal-mime of the npm registry.</summary>
public class OtherReaderTests
{
    private static readonly Destination Me = new() { Name = "me", Type = "email", To = "Zoë <me@example.org>" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_Samples_ReadAsTheyWereComposed()
    {
        var delivery = Samples.Delivery(Samples.Japanese, Samples.Arabic, Samples.Lavrov) with { Links = Samples.Links };

        var mail = Assert.Single(await ReadAsync([delivery]));

        Assert.Equal("Taiwan in Japanese news: ラブロフ外相、台湾問題で中国を支持 (and 2 more)", mail.GetProperty("subject").GetString());
        Assert.Equal(("News alerts", "alerts@example.org"), Address(mail.GetProperty("from")));
        Assert.Equal(("Zoë", "me@example.org"), Address(Assert.Single(mail.GetProperty("to").EnumerateArray())));
        Assert.Equal($"<{delivery.Id}@example.org>", mail.GetProperty("messageId").GetString());
        Assert.Equal(delivery.Now, mail.GetProperty("date").GetDateTimeOffset());
        var headers = mail.GetProperty("headers").EnumerateArray().ToDictionary(header => $"{header[0]}", header => $"{header[1]}");
        Assert.Equal(
            ["auto-submitted", "content-type", "date", "from", "list-id", "list-unsubscribe", "list-unsubscribe-post", "message-id", "mime-version", "subject", "to"], headers.Keys.Order());
        Assert.Equal($"<{Samples.Links.Unsubscribe.AbsoluteUri}>", headers["list-unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", headers["list-unsubscribe-post"]);
        Assert.Equal("<me.example.org>", headers["list-id"]);
        Assert.StartsWith("multipart/alternative; boundary=", headers["content-type"], StringComparison.Ordinal);
        Assert.Equal(0, mail.GetProperty("attachments").GetInt32());
        AssertAlternatives(delivery, mail);
    }

    [Fact]
    public async Task SendAsync_HostileAlerts_ReadAsTheyWereComposed()
    {
        var deliveries = HostileAlerts.Alert.NonEmptyListOf().Sample(40, 20)
            .Select((alerts, i) => Samples.Delivery([.. alerts.Take(5)]) with { Digest = i % 2 == 0 ? null : Samples.Digest, Links = i % 3 == 0 ? null : Samples.Links })
            .ToList();

        var mails = await ReadAsync(deliveries);

        Assert.Equal(deliveries.Count, mails.Count);
        Assert.All(deliveries.Zip(mails), pair =>
        {
            var (delivery, mail) = pair;
            // Nothing in a headline is decoded.
            var subject = EmailText.Of(Me, delivery).Message.Subject.Replace("=?", "=\u200B?", StringComparison.Ordinal);
            Assert.Equal(subject, mail.GetProperty("subject").GetString());
            Assert.Equal(delivery.Links is null ? 9 : 11, mail.GetProperty("headers").GetArrayLength());
            Assert.Equal(0, mail.GetProperty("attachments").GetInt32());
            AssertAlternatives(delivery, mail);
        });
    }

    private static void AssertAlternatives(OutgoingMessage delivery, JsonElement mail)
    {
        var text = EmailText.Of(Me, delivery);
        Assert.Equal(Lines(EmailPlainText.Of(text)), Lines(mail.GetProperty("text").GetString()));
        Assert.Equal(Lines(EmailHtml.Of(text)), Lines(mail.GetProperty("html").GetString()));
    }

    // How a line ends, and whether the last one does, is the parser's.
    private static string Lines(string? text) => (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n');

    private static (string?, string?) Address(JsonElement address) =>
        (address.GetProperty("name").GetString(), address.GetProperty("address").GetString());

    private static async Task<IReadOnlyList<JsonElement>> ReadAsync(IEnumerable<OutgoingMessage> deliveries)
    {
        await using var server = new LocalSmtpServer();
        var settings = new SmtpSettings { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None, From = "News alerts <alerts@example.org>" };
        var channel = new EmailChannel(Mail.Transport(settings));
        foreach (var delivery in deliveries)
        {
            Assert.Equal(DeliveryOutcome.Delivered, (await channel.SendAsync(Me, delivery, Cancellation)).Outcome);
        }

        var read = await NodeScript.RunAsync("parse-mail.mjs", server.Mails.Select(mail => mail.Data));
        return [.. read.EnumerateArray()];
    }
}
