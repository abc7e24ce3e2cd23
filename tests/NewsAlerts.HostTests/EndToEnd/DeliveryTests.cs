using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NewsAlerts.HostTests.Azurite;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.HostTests.EndToEnd;

/// <summary>What arrives, byte for byte where it matters.</summary>
public sealed class DeliveryTests(AzuriteFixture azurite)
{
    private const string SigningKey = "bmV3cy1hbGVydHMtdGVzdC1rZXktMDEyMzQ1";

    private static readonly NewsItem Lavrov = new("Lavrov: Moscow backs Beijing over Taiwan", "https://news.example.org/lavrov?utm_source=rss")
    {
        Guid = "lavrov-1",
        Description = "The minister told \"Tass\" that Taiwan is a part of China & that Japan arms. 台湾",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryPlace(EveryHost = true)]
    public async Task Run_Webhook_ReceivesSignedBodyByteForByte(Place place)
    {
        await using var web = await LocalWeb.StartAsync();
        web.Serve("/world.xml", Lavrov, new NewsItem("Weather", "https://news.example.org/weather"));
        web.Answer("/hook", StatusCodes.Status204NoContent);
        using var installation = await azurite.InstallAsync(place, $$"""
            settings: { contact: ops@example.org, allowPrivate: [127.0.0.1] }
            feeds:
              - { url: '{{web["/world.xml"]}}', name: World wire }
            rules:
              - { name: Lavrov on Taiwan, when: lavrov AND taiwan, notify: [desk] }
            destinations:
              - { name: desk, type: webhook, url: '{{web["/hook"]}}', secret: whsec_{{SigningKey}} }
            """);

        Assert.Equal(0, (await installation.RunOnceAsync(Token)).ExitCode);

        var request = Assert.Single(web.RequestsTo("/hook"));
        var published = Lavrov.Published.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var body = Encoding.UTF8.GetString(request.Body);
        using var json = JsonDocument.Parse(body);
        var seen = json.RootElement.GetProperty("timestamp").GetString();
        Assert.Equal(
            $$$"""
            {"type":"alert.matched","timestamp":"{{{seen}}}","data":{"destination":"desk","alerts":[
            {"id":"647055257d2259cd07a37e81c47becc4",
            "rules":[{"name":"Lavrov on Taiwan","when":"lavrov AND taiwan"}],
            "item":{"id":"b48c13d7c0f9a8ad176702e21a7661ba","guid":"lavrov-1",
            "title":"Lavrov: Moscow backs Beijing over Taiwan","link":"https://news.example.org/lavrov?utm_source=rss",
            "published":"{{{published}}}","authors":[],
            "summary":"The minister told \"Tass\" that Taiwan is a part of China & that Japan arms. 台湾"},
            "feed":{"name":"World wire","url":"{{{web["/world.xml"]}}}"},
            "matched":[{"rule":"Lavrov on Taiwan","field":"title","text":"Lavrov","start":0,"length":6},
            {"rule":"Lavrov on Taiwan","field":"title","text":"Taiwan","start":34,"length":6},
            {"rule":"Lavrov on Taiwan","field":"summary","text":"Taiwan","start":30,"length":6}]}]}}
            """.ReplaceLineEndings(""),
            body);
        AssertSigned(request);
        Assert.Equal("POST", request.Method);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.StartsWith("NewsAlerts/", request.Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Theory, EveryPlace(EveryHost = true)]
    public async Task Run_MailServer_ReceivesTheEmail(Place place)
    {
        await using var smtp = new LocalSmtpServer();
        await using var web = await LocalWeb.StartAsync();
        web.Serve("/world.xml", Lavrov);
        using var installation = await azurite.InstallAsync(place, EmailConfiguration(web, $$"""
            smtp: { host: 127.0.0.1, port: {{smtp.Port}}, security: none, from: "News alerts <alerts@example.org>" }
            """));

        Assert.Equal(0, (await installation.RunOnceAsync(Token)).ExitCode);

        var mail = Assert.Single(smtp.Mails);
        Assert.Equal("alerts@example.org", mail.From);
        Assert.Equal(["me@example.org"], mail.Recipients);
        Assert.Equal("News alerts <alerts@example.org>", mail.Header("From"));
        Assert.Equal("me@example.org", mail.Header("To"));
        Assert.Equal("Lavrov on Taiwan: Lavrov: Moscow backs Beijing over Taiwan", mail.Header("Subject"));
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.Matches("^<msg_[0-9a-f]{32}@example.org>$", mail.Header("Message-ID"));
        var published = Lavrov.Published.UtcDateTime.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
        Assert.Equal(
            $"""
            # Lavrov on Taiwan

            Lavrov: Moscow backs Beijing over Taiwan
            World wire, {published} UTC
            https://news.example.org/lavrov?utm_source=rss

            The minister told "Tass" that *Taiwan* is a part of China & that Japan
            arms. 台湾

            {new string('-', 72)}

            lavrov AND taiwan

            {"-- "}
            You get this new item because the people who run this alert service send
            such news to me@example.org. To end this, contact ops@example.org.

            """.ReplaceLineEndings("\r\n"),
            mail.Part("text/plain"));
        Assert.Contains("<a href=\"https://news.example.org/lavrov?utm_source=rss\"", mail.Part("text/html"), StringComparison.Ordinal);
    }

    [Theory, EveryPlace]
    public async Task Run_NoMailServer_EmailIsInTheOutbox(Place place)
    {
        await using var web = await LocalWeb.StartAsync();
        web.Serve("/world.xml", Lavrov);
        using var installation = await azurite.InstallAsync(place, EmailConfiguration(web, smtp: ""));

        var ended = await installation.RunOnceAsync(Token);

        Assert.Equal(0, ended.ExitCode);
        Assert.Contains(installation.Data.Outbox, ended.Output, StringComparison.Ordinal);
        var files = Directory.GetFiles(installation.Data.Outbox, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var file = files[0];
        Assert.Matches("^msg_[0-9a-f]{32}[.]eml$", Path.GetFileName(file));
        Assert.Equal([file, Path.ChangeExtension(file, ".html")], files);
        var mail = new ReceivedMail("", [], await File.ReadAllTextAsync(file, Token));
        Assert.Equal("Lavrov on Taiwan: Lavrov: Moscow backs Beijing over Taiwan", mail.Header("Subject"));
        Assert.Equal($"<{Path.GetFileNameWithoutExtension(file)}@localhost>", mail.Header("Message-ID"));
    }

    [Theory, EveryPlace(EveryHost = true)]
    public async Task Run_SameArticleInTwoFeeds_OneAlertWithBothRules(Place place)
    {
        await using var web = await LocalWeb.StartAsync();
        web.Serve("/world.xml", Lavrov);
        web.Serve("/asia.xml", Lavrov with { Guid = "another", Link = "http://news.example.org/lavrov", Title = "Russia's Lavrov on Taiwan" });
        web.Answer("/hook", StatusCodes.Status204NoContent);
        using var installation = await azurite.InstallAsync(place, $$"""
            settings: { contact: ops@example.org, allowPrivate: [127.0.0.1] }
            feeds:
              - { url: '{{web["/world.xml"]}}', name: World }
              - { url: '{{web["/asia.xml"]}}', name: Asia }
            rules:
              - { name: Lavrov, when: lavrov, feeds: [World], notify: [desk] }
              - { name: Taiwan, when: taiwan, notify: [desk] }
            destinations:
              - { name: desk, type: webhook, url: '{{web["/hook"]}}' }
            """);

        Assert.Equal(0, (await installation.RunOnceAsync(Token)).ExitCode);

        var request = Assert.Single(web.RequestsTo("/hook"));
        Assert.Single(request.AlertIds());
        using var body = JsonDocument.Parse(request.Body);
        var rules = body.RootElement.GetProperty("data").GetProperty("alerts")[0].GetProperty("rules").EnumerateArray();
        Assert.Equal(["Lavrov", "Taiwan"], rules.Select(rule => rule.GetProperty("name").GetString()).Order());
    }

    [Theory, EveryPlace]
    public async Task Run_ReceiverFailsFirst_SameDeliveryAgain(Place place)
    {
        await using var web = await LocalWeb.StartAsync();
        web.Serve("/world.xml", Lavrov);
        web.Answer("/hook", context =>
        {
            var first = web.RequestsTo("/hook").Count == 1;
            context.Response.StatusCode = first ? StatusCodes.Status500InternalServerError : StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
        using var installation = await azurite.InstallAsync(place, WebhookConfiguration(web, "/hook"));

        await using var program = installation.Run();
        await Eventually.TrueAsync(() => web.RequestsTo("/hook").Count == 2, Token);
        await program.WaitForOutputAsync("sent to desk", Token);

        var requests = web.RequestsTo("/hook");
        Assert.Equal(requests[0].Headers["webhook-id"], requests[1].Headers["webhook-id"]);
        Assert.Equal(requests[0].Body, requests[1].Body);
        var waited = Seconds(requests[1]) - Seconds(requests[0]);
        Assert.InRange(waited, 4, 15);
        Assert.All(requests, AssertSigned);
        Assert.Contains("not yet sent to desk: Lavrov: Moscow backs Beijing over Taiwan (Taiwan). The receiver answered 500", program.Output, StringComparison.Ordinal);

        static long Seconds(ReceivedRequest request) =>
            long.Parse(request.Headers["webhook-timestamp"], CultureInfo.InvariantCulture);
    }

    [Theory, EveryPlace]
    public async Task Run_ReceiverIsGone_NothingMoreUntilItsAddressChanges(Place place)
    {
        await using var web = await LocalWeb.StartAsync();
        web.Answer("/hook", StatusCodes.Status410Gone);
        web.Answer("/new-hook", StatusCodes.Status204NoContent);
        using var installation = await azurite.InstallAsync(place, WebhookConfiguration(web, "/hook"));
        var second = new NewsItem("Taiwan votes", "https://news.example.org/vote");
        var third = new NewsItem("Taiwan counts", "https://news.example.org/count");

        web.Serve("/world.xml", Lavrov);
        await installation.RunOnceAsync(Token);
        Assert.Single(web.RequestsTo("/hook"));

        web.Serve("/world.xml", Lavrov, second);
        await PassAnIntervalAsync();
        await installation.RunOnceAsync(Token);
        Assert.Single(web.RequestsTo("/hook"));

        installation.Configure(WebhookConfiguration(web, "/new-hook"));
        web.Serve("/world.xml", Lavrov, second, third);
        await PassAnIntervalAsync();
        Assert.Equal(0, (await installation.RunOnceAsync(Token)).ExitCode);
        Assert.Single(web.RequestsTo("/hook"));
        Assert.Equal(
            [Lavrov.Title, third.Title, second.Title],
            web.RequestsTo("/new-hook").SelectMany(request => request.Titles()).Order(StringComparer.Ordinal));
    }

    private static Task PassAnIntervalAsync() => Task.Delay(TimeSpan.FromSeconds(1.1), Token);

    private static void AssertSigned(ReceivedRequest request)
    {
        var start = Encoding.UTF8.GetBytes($"{request.Headers["webhook-id"]}.{request.Headers["webhook-timestamp"]}.");
        byte[] signed = [.. start, .. request.Body];
        var signature = HMACSHA256.HashData(Convert.FromBase64String(SigningKey), signed);
        Assert.Equal($"v1,{Convert.ToBase64String(signature)}", request.Headers["webhook-signature"]);
        Assert.Matches("^msg_[0-9a-f]{32}$", request.Headers["webhook-id"]);
    }

    private static string WebhookConfiguration(LocalWeb web, string hook) => $$"""
        settings: { contact: ops@example.org, allowPrivate: [127.0.0.1] }
        feeds:
          - { url: '{{web["/world.xml"]}}', every: 1s }
        rules:
          - { name: Taiwan, when: taiwan, notify: [desk] }
        destinations:
          - { name: desk, type: webhook, url: '{{web[hook]}}', secret: whsec_{{SigningKey}} }
        """;

    private static string EmailConfiguration(LocalWeb web, string smtp) => $$"""
        settings:
          contact: ops@example.org
          allowPrivate: [127.0.0.1]
          {{smtp}}
        feeds:
          - { url: '{{web["/world.xml"]}}', name: World wire }
        rules:
          - { name: Lavrov on Taiwan, when: lavrov AND taiwan, notify: [me] }
        destinations:
          - { name: me, type: email, to: me@example.org }
        """;
}
