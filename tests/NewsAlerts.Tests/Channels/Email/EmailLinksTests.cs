using System.Text;
using AngleSharp.Html.Parser;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Email;
using NewsAlerts.Messages.Texts;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Channels.Email;

/// <summary>How its reader, or the reader's mail program, can turn an email down.</summary>
public class EmailLinksTests
{
    private const string OneClick = "List-Unsubscribe=One-Click";

    private static readonly Destination Me = new() { Name = "me", Type = "email", To = "me@example.org" };
    private static readonly Destination Somebody = Me with { Name = "subscriber:00112233445566778899aabbccddeeff:0a1b2c3d" };

    public static TheoryData<string> Tags => [.. Languages.All.Select(language => language.Tag)];

    [Fact]
    public async Task SendAsync_WithLinks_HasTheHeadersOfOneClick()
    {
        // Longer than a line should be; but an address is never folded.
        var links = Samples.Links with { Unsubscribe = new Uri($"https://alerts.example.org/subscriptions/unsubscribe?token={new string('A', 400)}") };

        var mail = await MailAsync(Me, links);

        Assert.Equal($"<{links.Unsubscribe.AbsoluteUri}>", mail.Header("List-Unsubscribe"));
        Assert.Equal(OneClick, mail.Header("List-Unsubscribe-Post"));
        Assert.Equal("<me.example.org>", mail.Header("List-Id"));
        // RFC 8058 §3.1: a signature has to cover the header as it is; RFC 5322 §2.1.1: 998 characters a line.
        Assert.Contains($"\r\nList-Unsubscribe-Post: {OneClick}\r\n", mail.Data, StringComparison.Ordinal);
        Assert.All(mail.Data.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
    }

    [Fact]
    public async Task SendAsync_LinksThatAreNotProtected_PromiseNoOneClick()
    {
        var mail = await MailAsync(Me, new ReaderLinks(new Uri("http://localhost:8080/subscriptions/unsubscribe?token=x"), null));

        Assert.Equal("<http://localhost:8080/subscriptions/unsubscribe?token=x>", mail.Header("List-Unsubscribe"));
        Assert.DoesNotContain("List-Unsubscribe-Post", mail.HeaderNames);
    }

    [Fact]
    public async Task SendAsync_LinkTooLongForALine_IsInTheFootAlone()
    {
        var links = new ReaderLinks(new Uri($"https://alerts.example.org/subscriptions/unsubscribe?token={new string('A', 950)}"), null);

        var mail = await MailAsync(Me, links);

        Assert.DoesNotContain(mail.HeaderNames, name => name.StartsWith("List-Unsubscribe", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(links.Unsubscribe.AbsoluteUri, mail.Part("text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_WithoutLinks_SaysNothingOfThem()
    {
        var mail = await MailAsync(Me, links: null);

        Assert.DoesNotContain(mail.HeaderNames, name => name.StartsWith("List-Unsubscribe", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("nsubscribe", mail.Part("text/plain"), StringComparison.Ordinal);
        Assert.DoesNotContain("nsubscribe", mail.Part("text/html"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void Foot_InEveryLanguage_HasBothLinks(string tag)
    {
        var language = Languages.Of(tag);
        var email = EmailText.Of(Somebody with { Language = tag }, Samples.Delivery(Samples.Lavrov) with { Links = Samples.Links });

        var html = new HtmlParser().ParseDocument(EmailHtml.Of(email));
        Assert.Equal(
            [(language.Unsubscribe, Samples.Links.Unsubscribe.AbsoluteUri), (language.ChangeSubscriptions, Samples.Links.Manage?.AbsoluteUri)],
            html.QuerySelectorAll("a.quiet").Select(link => (link.TextContent, link.GetAttribute("href"))));
        var lines = EmailPlainText.Of(email).Split("\r\n");
        Assert.Equal(Samples.Links.Unsubscribe.AbsoluteUri, lines[Array.FindIndex(lines, line => line.StartsWith(language.Unsubscribe, StringComparison.Ordinal)) + 1]);
        Assert.Equal(Samples.Links.Manage?.AbsoluteUri, lines[^2]);
    }

    [Fact]
    public void Foot_OfASubscriber_SaysWithWhichAddressAndNamesNoDestination()
    {
        var email = EmailText.Of(Somebody, Samples.Delivery(Samples.Lavrov) with { Links = Samples.Links });

        Assert.Contains(
            "\r\n-- \r\nYou get this new item because you have subscribed to these alerts with\r\nme@example.org.\r\nUnsubscribe:\r\n",
            EmailPlainText.Of(email),
            StringComparison.Ordinal);
        Assert.DoesNotContain(Destination.SubscriberPrefix, EmailPlainText.Of(email) + EmailHtml.Of(email), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Foot_OfAnAddressThatSomebodyEntered_SaysWhoSendsItAndForWhomUnsubscribingEndsIt()
    {
        var mail = await MailAsync(Me with { Name = "desk", To = "Desk <desk@example.org>" }, Samples.Links with { Manage = null });

        Assert.EndsWith(
            "\r\n-- \r\nYou get this new item because the people who run this alert service send\r\nsuch news to desk@example.org. Unsubscribing ends this for everybody who\r\n"
            + $"reads that address.\r\nUnsubscribe:\r\n{Samples.Links.Unsubscribe.AbsoluteUri}\r\n",
            mail.Part("text/plain"),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "You get this new item because the people who run this alert service send such news to desk@example.org. "
            + "Unsubscribing ends this for everybody who reads that address.",
            new HtmlParser().ParseDocument(mail.Part("text/html")).QuerySelector("td.quiet")?.TextContent.Trim(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ops@example.org", "To end this, contact ops@example.org.")]
    [InlineData("https://example.org/<contact>", "To end this, contact https://example.org/<contact>.")]
    [InlineData(null, "To end this, ask the people who run this alert service.")]
    public void Foot_WithoutLinks_SaysWhomToAsk(string? contact, string expected)
    {
        var email = EmailText.Of(Me, Samples.Delivery(Samples.Lavrov) with { Contact = contact });

        Assert.EndsWith(expected, EmailPlainText.Of(email).ReplaceLineEndings(" ").TrimEnd(), StringComparison.Ordinal);
        var foot = new HtmlParser().ParseDocument(EmailHtml.Of(email)).QuerySelector("td.quiet");
        Assert.EndsWith(expected, foot?.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("me", "example.org", "me.example.org")]
    [InlineData("Desk-2", "mail.example.org", "Desk-2.mail.example.org")]
    [InlineData("Wetter für alle", "example.org", "Wetter-f-r-alle-55aea204.example.org")]
    [InlineData("台湾", "example.org", "33db161d.example.org")]
    [InlineData("a>\r\nBcc: x@example.org", "example.org", "a-Bcc-x-example-org-9a617926.example.org")]
    [InlineData("subscriptions", "example.org", "subscriptions-9cac91c1.example.org")]
    [InlineData("subscriber:00112233445566778899aabbccddeeff", "example.org", "subscriptions.example.org")]
    [InlineData("subscriber:ffeeddccbbaa99887766554433221100:0a1b2c3d", "example.org", "subscriptions.example.org")]
    [InlineData("me", "localhost", null)]
    [InlineData("me", "[127.0.0.1]", null)]
    public void ListId_OfADestination_IsOfTheSendersHost(string name, string host, string? expected) =>
        Assert.Equal(expected, ListId.Of(Me with { Name = name }, host));

    [Fact]
    public void ListId_LongNames_AreToldApartAndFit()
    {
        var host = $"{new string('h', 63)}.example.org";
        var ids = Enumerable.Range(0, 9).Select(end => ListId.Of(Me with { Name = new string('x', 900) + end }, host)).ToList();

        Assert.Equal(9, ids.Distinct().Count());
        Assert.All(ids, id => Assert.InRange(id?.Length ?? 0, 1, 255));
    }

    [Fact]
    public async Task SendAsync_SenderWithAnInternationalHost_AreAscii()
    {
        var mail = await MailAsync(Me, links: null, from: "News <alerts@bücher.example>");

        Assert.Equal("alerts@xn--bcher-kva.example", mail.From);
        Assert.Equal("News <alerts@xn--bcher-kva.example>", mail.Header("From"));
        Assert.EndsWith("@xn--bcher-kva.example>", mail.Header("Message-ID"), StringComparison.Ordinal);
        Assert.Equal("<me.xn--bcher-kva.example>", mail.Header("List-Id"));
        Assert.True(Ascii.IsValid(mail.Data));
    }

    private static async Task<ReceivedMail> MailAsync(Destination destination, ReaderLinks? links, string from = "News alerts <alerts@example.org>")
    {
        await using var server = new LocalSmtpServer();
        var settings = new SmtpSettings { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None, From = from };
        await new EmailChannel(Mail.Transport(settings))
            .SendAsync(destination, Samples.Delivery(Samples.Lavrov) with { Links = links }, TestContext.Current.CancellationToken);
        return Assert.Single(server.Mails);
    }
}
