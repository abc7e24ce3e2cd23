using System.Globalization;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Playwright;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Email;
using NewsAlerts.Messages;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Channels.Email;

/// <summary>Notices as emails.</summary>
public class EmailNoticeTests(ChromiumFixture chromium)
{
    private static readonly Destination Me = new() { Name = "me", Type = "email", To = "me@example.org" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_Confirmation_AsksForOneThing()
    {
        await using var server = new LocalSmtpServer();
        var settings = new SmtpSettings { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None, From = "News alerts <alerts@example.org>" };
        var delivery = Notices.Delivery(Notices.Confirmation);

        var result = await new EmailChannel(Mail.Transport(settings)).SendAsync(Me, delivery, Cancellation);

        Assert.Equal(DeliveryOutcome.Delivered, result.Outcome);
        var mail = Assert.Single(server.Mails);
        Assert.Equal("Confirm your subscription to Lavrov AND Taiwan", mail.Header("Subject"));
        Assert.Equal($"<{delivery.Id}@example.org>", mail.Header("Message-ID"));
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.Equal(
            """
            Confirm your subscription to Lavrov AND Taiwan

            Somebody, probably you, asked for news that match Lavrov AND Taiwan to
            be sent to this address as they come.

            Nothing is sent until you confirm it. The link works until 23 Nov 2026,
            09:30 UTC.

            Confirm the subscription:
            https://alerts.example.org/subscriptions/confirm?token=AQF0b2tlbg&lang=en

            --@
            If it was not you, do nothing: you hear no more of it.

            """.ReplaceLineEndings("\r\n").Replace("--@", "-- ", StringComparison.Ordinal),
            mail.Part("text/plain"));
        var html = new HtmlParser().ParseDocument(mail.Part("text/html"));
        var button = Assert.Single(html.QuerySelectorAll("a"));
        Assert.Equal(("Confirm the subscription", Notices.Confirmation.Action?.Address.AbsoluteUri), (button.TextContent, button.GetAttribute("href")));
    }

    [Fact]
    public void PlainText_Problem_TellsWhatIsWrongAndSinceWhen() => Assert.Contains(
        """

        World wire
          The server answered 503 to each of the last 96 polls.
          since 20 Nov 2026, 07:30 UTC

        """.ReplaceLineEndings("\r\n"),
        new EmailNotice(Notices.Problem, Me).PlainText(),
        StringComparison.Ordinal);

    [Fact]
    public void PlainText_NoReasonGiven_SaysWhomItIsFor()
    {
        var notice = Notices.Problem with { Why = null };

        Assert.EndsWith("\r\n-- \r\nThis message is for me@example.org.\r\n", new EmailNotice(notice, Me).PlainText(), StringComparison.Ordinal);
        Assert.DoesNotContain("-- ", new EmailNotice(notice, Me with { Name = "subscriber:1" }).PlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_WithLinks_EndWithThem()
    {
        var email = new EmailNotice(Notices.Problem, Me, Samples.Links);

        Assert.EndsWith(
            $"\r\nUnsubscribe:\r\n{Samples.Links.Unsubscribe.AbsoluteUri}\r\nChange your subscriptions:\r\n{Samples.Links.Manage?.AbsoluteUri}\r\n",
            email.PlainText(),
            StringComparison.Ordinal);
        Assert.Equal(
            ["Unsubscribe", "Change your subscriptions"],
            new HtmlParser().ParseDocument(email.Html()).QuerySelectorAll("td.quiet a").Select(link => link.TextContent));
    }

    [Fact]
    public void Html_Language_IsTheNotices() => Assert.Equal(
        "de", new HtmlParser().ParseDocument(new EmailNotice(Notices.Problem with { Language = "de" }, Me).Html()).DocumentElement.GetAttribute("lang"));

    [Fact]
    public void Parts_HostileNotice_AreInertAndReadable() => Prop
        .ForAll(Notices.Any.ToArbitrary(), notice =>
        {
            var text = NoticeText.Of(notice, 1_000);
            var email = new EmailNotice(notice, Me);
            var html = new HtmlParser().ParseDocument(email.Html());
            Assert.All(html.All, element => Assert.Contains(
                element.LocalName, (string[])["html", "head", "meta", "title", "style", "body", "table", "tbody", "tr", "td", "div", "p", "span", "a"]));
            Assert.Equal(notice.Action is null ? 0 : 1, html.QuerySelectorAll("a").Length);
            Assert.Equal(text.Paragraphs, html.QuerySelectorAll("p").Select(paragraph => paragraph.TextContent));
            Assert.Equal(text.Entries.Count, html.QuerySelectorAll(".card div.plain").Length);
            Assert.All(email.PlainText().Split("\r\n"), line => Assert.True(
                TextWidth.Of(line) <= 74 || line == text.Link?.AbsoluteUri || new StringInfo(line).LengthInTextElements == 1, line));
        })
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("phone", 360, ColorScheme.Light)]
    [InlineData("phone", 360, ColorScheme.Dark)]
    [InlineData("desktop", 760, ColorScheme.Light)]
    [InlineData("desktop", 760, ColorScheme.Dark)]
    public async Task Html_AtAnyWidthAndColour_Readable(string device, int width, ColorScheme colours)
    {
        foreach (var (name, notice) in ((string, Notice)[])[("problem", Notices.Problem), ("confirmation", Notices.Confirmation)])
        {
            var page = await chromium.OpenAsync(width, colours);
            await using var context = page.Context;
            await page.SetContentAsync(new EmailNotice(notice, Me, Samples.Links).Html());

            await EmailPictureTests.AssertReadableAsync(page, width);
            if (Environment.GetEnvironmentVariable("PICTURES_OF_NOTICES") is { Length: > 0 } folder)
            {
                var path = Path.Combine(folder, $"{name}-email-{device}-{colours.ToString().ToLowerInvariant()}.png");
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = true });
            }
        }
    }
}
