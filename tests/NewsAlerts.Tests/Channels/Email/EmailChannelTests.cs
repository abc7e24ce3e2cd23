using System.Globalization;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using MimeKit;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Email;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Feeds;
using NewsAlerts.Messages;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Channels.Email;

public class EmailChannelTests
{
    private static readonly Destination Me = new() { Name = "me", Type = "email", To = "Zoë <me@example.org>" };

    private static readonly string[] Elements =
        ["html", "head", "meta", "title", "style", "body", "table", "tbody", "tr", "td", "div", "span", "a", "bdi"];

    private static readonly string[] Attributes =
        ["charset", "name", "content", "class", "style", "role", "width", "cellpadding", "cellspacing", "border", "align", "dir", "lang", "href"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_ThreeAlerts_ArriveAsOneMail()
    {
        var delivery = Samples.Delivery(Samples.Lavrov, Samples.Arabic, Samples.Japanese);

        var mail = await MailAsync(delivery);

        Assert.Equal("alerts@example.org", mail.From);
        Assert.Equal(["me@example.org"], mail.Recipients);
        Assert.Equal("News alerts <alerts@example.org>", mail.Header("From"));
        Assert.Equal("Zoë <me@example.org>", mail.Header("To"));
        Assert.Equal("Lavrov on Taiwan: Lavrov: Moscow stands with Beijing on Taiwan (and 2 more)", mail.Header("Subject"));
        Assert.Equal($"<{delivery.Id}@example.org>", mail.Header("Message-ID"));
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.StartsWith("multipart/alternative", mail.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal("Sat, 21 Nov 2026 09:30:00 +0000", mail.Header("Date"));
        Assert.All(mail.Encodings, encoding => Assert.Equal(ContentEncoding.QuotedPrintable, encoding));
        Assert.True(Ascii.IsValid(mail.Data));
    }

    [Fact]
    public async Task SendAsync_Digest_SaysItsTimeItsRulesAndWhatIsLeftOut()
    {
        var mail = await MailAsync(Samples.Delivery(Samples.Lavrov, Samples.Arabic) with { Digest = Samples.Digest });

        Assert.Equal("Digest of 20 Nov 22:00 to 21 Nov 07:00 (2 of 3): Lavrov on Taiwan, تايوان", mail.Header("Subject"));
        Assert.StartsWith(
            "Digest of 20 Nov 22:00 to 21 Nov 07:00 (2 of 3)\n\n# Lavrov on Taiwan\n\nLavrov: Moscow", mail.Part("text/plain").ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("# تايوان\n", mail.Part("text/plain").ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("\nand 12 more\n", mail.Part("text/plain").ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var html = new HtmlParser().ParseDocument(mail.Part("text/html"));
        Assert.Equal(["Digest of 20 Nov 22:00 to 21 Nov 07:00 (2 of 3)", "Lavrov on Taiwan", "تايوان", "and 12 more"], Headings(html));
    }

    [Fact]
    public async Task SendAsync_OwnQuery_StandsAboveItsNewsAndNowhereElse()
    {
        var reader = new Destination { Name = "subscriber:x:y", Type = "email", To = "me@example.org" };
        var alert = Samples.Lavrov with { Rules = [new AlertRule("Lavrov AND Taiwan", "Lavrov AND Taiwan")] };

        var mail = await MailAsync(Samples.Delivery(alert), reader);

        Assert.Equal("Lavrov AND Taiwan: Lavrov: Moscow stands with Beijing on Taiwan", mail.Header("Subject"));
        Assert.StartsWith("# Lavrov AND Taiwan\r\n\r\nLavrov: Moscow", mail.Part("text/plain"), StringComparison.Ordinal);
        Assert.Single(Lines(mail), line => line.Contains("Lavrov AND Taiwan", StringComparison.Ordinal));
        var html = new HtmlParser().ParseDocument(mail.Part("text/html"));
        Assert.Equal(["Lavrov AND Taiwan"], Headings(html));
        Assert.Empty(html.QuerySelectorAll(".rule"));
    }

    [Fact]
    public async Task SendAsync_OneRule_IsAboveItsNewsAndItsQueryOnceBelow()
    {
        IReadOnlyList<AlertRule> rules = [new AlertRule("Lavrov on Taiwan", "Lavrov AND Taiwan")];
        var mail = await MailAsync(Samples.Delivery(Samples.Lavrov with { Rules = rules }, Samples.Arabic with { Rules = rules }));

        var lines = Lines(mail);
        Assert.Single(lines, line => line.Contains("Lavrov on Taiwan", StringComparison.Ordinal));
        Assert.Equal(["Lavrov AND Taiwan", "", "-- "], lines.SkipWhile(line => line != "Lavrov AND Taiwan").Take(3));
        Assert.DoesNotContain(lines, line => line.Contains("atches", StringComparison.Ordinal));
        var html = new HtmlParser().ParseDocument(mail.Part("text/html"));
        Assert.Equal(["Lavrov on Taiwan"], Headings(html));
        Assert.Equal(["Lavrov AND Taiwan"], html.QuerySelectorAll(".rule").Select(rule => rule.TextContent));
        Assert.DoesNotContain("atches", html.Body?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_RulesThatTakeTurns_AreGrouped()
    {
        var other = Samples.Japanese with { Rules = Samples.Lavrov.Rules };

        var mail = await MailAsync(Samples.Delivery(Samples.Lavrov, Samples.Arabic, other));

        Assert.Equal(["# Lavrov on Taiwan", "# تايوان"], Lines(mail).Where(line => line.StartsWith('#')));
        var html = new HtmlParser().ParseDocument(mail.Part("text/html"));
        Assert.Equal(["Lavrov on Taiwan", "تايوان"], Headings(html));
        Assert.Equal(
            [Samples.Lavrov.Item.Title, other.Item.Title, Samples.Arabic.Item.Title],
            html.QuerySelectorAll(".title").Select(title => title.TextContent));
        Assert.Equal(
            ["Lavrov on Taiwan: Lavrov AND Taiwan", "Japan's defence: Japan AND (militar* OR defence)"],
            html.QuerySelectorAll(".rule").Select(rule => rule.TextContent));
    }

    [Theory]
    [InlineData("en", "Also matches: Japan's defence")]
    [InlineData("de", "Passt auch zu: Japan's defence")]
    [InlineData("fr", "Correspond aussi à\u00A0: Japan's defence")]
    [InlineData("es", "Coincide también con: Japan's defence")]
    public async Task SendAsync_AlertOfTwoRules_NamesTheOtherOne(string language, string expected)
    {
        var mail = await MailAsync(Samples.Delivery(Samples.Lavrov), Me with { Language = language });

        Assert.Contains(expected, Lines(mail));
        var html = new HtmlParser().ParseDocument(mail.Part("text/html"));
        Assert.Equal(expected, html.QuerySelectorAll(".card .quiet")[^1].TextContent);
    }

    [Theory]
    [InlineData("UTC", "09:27 UTC")]
    [InlineData("Europe/Berlin", "10:27 (UTC+1)")]
    [InlineData("Asia/Kathmandu", "15:12 (UTC+5:45)")]
    [InlineData("America/St_Johns", "05:57 (UTC\u22123:30)")]
    public async Task SendAsync_Alert_SaysItsTimeWithTheZoneAndNotItsAge(string zone, string time)
    {
        var mail = await MailAsync(Samples.Delivery(Samples.Lavrov), Me with { Timing = new DeliveryTiming { TimeZone = zone } });

        Assert.Contains($"World wire, 21 Nov 2026, {time}", Lines(mail));
        var html = new HtmlParser().ParseDocument(mail.Part("text/html"));
        Assert.Equal($"World wire · 21 Nov 2026, {time}", html.QuerySelector(".card .quiet")?.TextContent);
    }

    [Fact]
    public async Task SendAsync_Alert_ReadsWellInATerminal()
    {
        var mail = await MailAsync(Samples.Delivery(Samples.Lavrov, Samples.Japanese));

        Assert.Equal(
            """
            # Lavrov on Taiwan

            Lavrov: Moscow stands with Beijing on Taiwan
            World wire, 21 Nov 2026, 09:27 UTC
            https://world.example/2026/11/lavrov-taiwan?ref=rss&lang=en

            Russian Foreign Minister Sergei *Lavrov* has told the state agency Tass
            that Moscow backs Beijing over *Taiwan*, which he called an inseparable
            part of China. In the same interview he warned of what he described as
            *Japan*'s *militarization*, and said that a treaty of 2001 obliges both
            countries to stand…

            Also matches: Japan's defence

            ------------------------------------------------------------------------

            # Taiwan in Japanese news

            ラブロフ外相、台湾問題で中国を支持
            世界ニュース, 21 Nov 2026, 04:30 UTC
            https://shimbun.example/articles/7

            ロシアのラブロフ外相はタス通信のインタビューで、*台湾*海峡をめぐる問題で
            は中国の立場を支持すると述べた。日本の「軍事化」にも懸念を示し、両国は条
            約に基づいて互いに協力すると強調した。

            ------------------------------------------------------------------------

            Lavrov on Taiwan: Lavrov AND Taiwan
            Japan's defence: Japan AND (militar* OR defence)
            Taiwan in Japanese news: 台湾 OR 台湾海峡

            --@
            You get these 2 new items because the people who run this alert service
            send such news to me@example.org. To end this, ask the people who run
            this alert service.

            """.ReplaceLineEndings("\r\n").Replace("--@", "-- ", StringComparison.Ordinal),
            mail.Part("text/plain"));
    }

    [Fact]
    public async Task SendAsync_Alert_IsLinkedAndLitInHtml()
    {
        var mail = await MailAsync(Samples.Delivery(Samples.Lavrov, Samples.Arabic));

        var html = new HtmlParser().ParseDocument(mail.Part("text/html"));
        Assert.Equal(
            [Samples.Lavrov.Item.Link, Samples.Arabic.Item.Link],
            html.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal(
            [Samples.Lavrov.Item.Title, Samples.Arabic.Item.Title],
            html.QuerySelectorAll("a").Select(link => link.TextContent));
        Assert.Equal(
            ["Lavrov", "Taiwan", "Lavrov", "Taiwan", "Japan", "militarization"],
            html.QuerySelectorAll(".card")[0].QuerySelectorAll(".mark").Select(mark => mark.TextContent));
        Assert.All(html.QuerySelectorAll("a, .text"), text => Assert.NotNull(text.Closest("[dir=auto]")));
    }

    [Theory]
    [InlineData("ar", "ar")]
    [InlineData("en_GB", "en-gb")]
    [InlineData("Deutsch\"><b>", null)]
    [InlineData(null, null)]
    public void Html_HeadlineAndSnippet_AreInTheLanguageOfTheItem(string? language, string? expected)
    {
        var alert = Samples.Arabic with { Item = Samples.Arabic.Item with { Language = language } };

        var html = new HtmlParser().ParseDocument(EmailHtml.Of(EmailText.Of(Me with { Language = "fr" }, Samples.Delivery(alert))));

        Assert.Equal("fr", html.DocumentElement.GetAttribute("lang"));
        Assert.Equal(expected, html.QuerySelector(".title")?.ParentElement?.GetAttribute("lang"));
        Assert.Equal(expected, html.QuerySelector(".text")?.GetAttribute("lang"));
    }

    [Fact]
    public async Task SendAsync_GermanDestination_ReadsGermanInBothParts()
    {
        var me = Me with { Language = "de", Timing = new DeliveryTiming { TimeZone = "Europe/Berlin" } };

        var mail = await MailAsync(Samples.Delivery(Samples.Lavrov, Samples.Japanese), me);

        Assert.Equal("Lavrov on Taiwan: Lavrov: Moscow stands with Beijing on Taiwan (und 1 weitere)", mail.Header("Subject"));
        var text = mail.Part("text/plain").ReplaceLineEndings("\n");
        Assert.Contains("\nWorld wire, 21. Nov. 2026, 10:27 Uhr (UTC+1)\n", text, StringComparison.Ordinal);
        Assert.EndsWith(
            "\n-- \nSie erhalten diese 2 neuen Meldungen, weil die Betreiber dieses\nMeldungsdienstes solche Nachrichten an me@example.org senden. Um das zu\nbeenden, wenden Sie sich an die Betreiber dieses Dienstes.\n",
            text,
            StringComparison.Ordinal);
        var html = new HtmlParser().ParseDocument(mail.Part("text/html"));
        Assert.Equal("de", html.DocumentElement.GetAttribute("lang"));
        Assert.Equal("World wire · 21. Nov. 2026, 10:27 Uhr (UTC+1)", html.QuerySelector(".card .quiet")?.TextContent);
        Assert.StartsWith("Sie erhalten diese 2 neuen Meldungen, weil", html.QuerySelector("td.quiet")?.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_JapaneseHeadline_IsTheSubject() => Assert.Equal(
        Samples.Japanese.Item.Title, (await MailAsync(Samples.Delivery(Samples.Japanese))).Header("Subject")?.Replace("Taiwan in Japanese news: ", "", StringComparison.Ordinal));

    [Fact]
    public async Task SendAsync_HeadlineWithHeaders_AddsNone()
    {
        var alert = Samples.Lavrov with { Item = new Item { Title = "News\r\nBcc: all@example.org\r\n\r\n<b>x</b>", Summary = ".\r\n.\r\nQUIT" } };

        var mail = await MailAsync(Samples.Delivery(alert));

        Assert.Equal("Lavrov on Taiwan: News Bcc: all@example.org <b>x</b>", mail.Header("Subject"));
        Assert.DoesNotContain("Bcc", mail.HeaderNames);
        Assert.Equal(["me@example.org"], mail.Recipients);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("a@b@c")]
    [InlineData("a@example.org, b@example.org")]
    [InlineData("them: a@example.org;")]
    [InlineData("a..b@example.org")]
    [InlineData("a@⒈com.org")]
    public async Task SendAsync_NoAddress_FailsWithAReason(string? to)
    {
        await using var server = new LocalSmtpServer();

        var result = await Channel(server).SendAsync(Me with { To = to }, Samples.Delivery(Samples.Lavrov), Cancellation);

        Assert.Equal(new DeliveryResult(DeliveryOutcome.Failed, "The destination has no valid email address."), result);
        Assert.Empty(server.Commands);
    }

    [Fact]
    public void CountThatFits_ManyAlerts_IsFifty()
    {
        var channel = new EmailChannel(new Kept());

        Assert.Equal(50, channel.CountThatFits(Me, [.. Enumerable.Repeat(Samples.Lavrov, 51)]));
        Assert.Equal(3, channel.CountThatFits(Me, [.. Enumerable.Repeat(Samples.Lavrov, 3)]));
    }

    [Fact]
    public void Html_HostileAlerts_HaveNoMarkupOfTheirs() => Prop
        .ForAll(HostileAlerts.Alert.ToArbitrary(), Samples.LanguageTag, (alert, language) =>
        {
            var email = EmailText.Of(Me with { Name = alert.Item.Title ?? "", Language = language }, Samples.Delivery(alert) with { Links = Samples.Links });
            var text = email.Message.Alerts[0];
            var html = new HtmlParser().ParseDocument(EmailHtml.Of(email));
            Assert.Equal(language, html.DocumentElement.GetAttribute("lang"));
            Assert.All(html.All, element =>
            {
                Assert.Contains(element.LocalName, Elements);
                Assert.All(element.Attributes, attribute => Assert.Contains(attribute.LocalName, Attributes));
            });
            Assert.All(html.QuerySelectorAll("a"), link => Assert.Matches("^https?://", link.GetAttribute("href") ?? ""));
            Assert.Equal(text.Title.Text, html.QuerySelector(".title, .card .plain")?.TextContent);
            Assert.Equal(text.Snippet.Text, html.QuerySelector(".text")?.TextContent ?? "");
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void PlainText_HostileAlerts_StaysWithin72Columns() => Prop
        .ForAll(HostileAlerts.Alert.ToArbitrary(), Samples.LanguageTag, (alert, language) =>
        {
            var email = EmailText.Of(Me with { Name = alert.Item.Title ?? "", Language = language }, Samples.Delivery(alert) with { Links = Samples.Links });
            var lines = EmailPlainText.Of(email).Split("\r\n");
            Assert.All(lines, line => Assert.True(
                TextWidth.Of(line) <= 72 || line == email.Message.Alerts[0].Link?.AbsoluteUri || line.StartsWith("https://alerts.example.org/", StringComparison.Ordinal) || new StringInfo(line).LengthInTextElements == 1, line));
        })
        .QuickCheckThrowOnFailure();

    private static string[] Lines(ReceivedMail mail) => mail.Part("text/plain").Split("\r\n");

    private static IEnumerable<string> Headings(IHtmlDocument html) => html.QuerySelectorAll("td.plain").Select(heading => heading.TextContent);

    private static async Task<ReceivedMail> MailAsync(OutgoingMessage delivery, Destination? destination = null)
    {
        await using var server = new LocalSmtpServer();
        var result = await Channel(server).SendAsync(destination ?? Me, delivery, Cancellation);
        Assert.Equal(new DeliveryResult(DeliveryOutcome.Delivered, "Accepted by 127.0.0.1.", 250), result);
        return Assert.Single(server.Mails);
    }

    private static EmailChannel Channel(LocalSmtpServer server) => new(Mail.Transport(
        new SmtpSettings { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None, From = "News alerts <alerts@example.org>" }));

    /// <summary>Keeps what it gets.</summary>
    private sealed class Kept : IEmailTransport
    {
        public MailboxAddress From { get; } = new("News alerts", "alerts@example.org");

        public Task<DeliveryResult> SendAsync(MimeMessage message, CancellationToken cancellationToken) =>
            Task.FromResult(new DeliveryResult(DeliveryOutcome.Delivered, "Kept."));
    }
}
