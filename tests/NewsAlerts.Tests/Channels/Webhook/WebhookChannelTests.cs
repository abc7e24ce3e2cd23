using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Webhook;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Messages;
using NewsAlerts.Rules;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Channels.Webhook;

public class WebhookChannelTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_Alert_IsPostedAsDocumented()
    {
        await using var server = await LocalServer.StartAsync(200, "ok");
        using var client = WebhookChannels.Client();
        var alert = Samples.Lavrov with
        {
            Rules = [new AlertRule("Lavrov on Taiwan", "Lavrov AND Taiwan")],
            Item = Samples.Lavrov.Item with { Title = "Lavrov on Taiwan 🇹🇼", Summary = null },
            Matched = [.. Samples.Lavrov.Matched.Take(1)],
        };

        var result = await WebhookChannels.Of("webhook", client).SendAsync(
            Samples.Destination("webhook", $"{server.Address}hook?team=7"), Samples.Delivery(alert), Cancellation);

        Assert.Equal(new DeliveryResult(DeliveryOutcome.Delivered, "ok", 200), result);
        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/hook?team=7"), (request.Method, request.Address.PathAndQuery));
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal(
            """
            {"type":"alert.matched","timestamp":"2026-11-21T09:29:00Z","data":{"destination":"desk","alerts":[{
            "id":"@id","rules":[{"name":"Lavrov on Taiwan","when":"Lavrov AND Taiwan"}],
            "item":{"id":"0123456789abcdef","guid":"tag:world.example,2026:4711","title":"Lavrov on Taiwan \uD83C\uDDF9\uD83C\uDDFC",
            "link":"https://world.example/2026/11/lavrov-taiwan?ref=rss&lang=en","published":"2026-11-21T09:27:00Z","authors":["World desk"],"summary":null},
            "feed":{"name":"World wire","url":"https://world.example/feed.xml"},
            "matched":[{"rule":"Lavrov on Taiwan","field":"title","text":"Lavrov","start":0,"length":6}]}]}}
            """.ReplaceLineEndings("").Replace("@id", alert.Id, StringComparison.Ordinal),
            Encoding.UTF8.GetString(request.Body));
    }

    [Fact]
    public async Task SendAsync_DestinationWithKey_IsSignedOverTheBodyAsSent()
    {
        await using var server = await LocalServer.StartAsync(204);
        using var client = WebhookChannels.Client();
        var delivery = Samples.Delivery(Samples.Lavrov, Samples.Japanese);

        var result = await WebhookChannels.Of("webhook", client).SendAsync(
            Samples.Destination("webhook", server.Address.AbsoluteUri), delivery, Cancellation);

        Assert.Equal(new DeliveryResult(DeliveryOutcome.Delivered, "Accepted.", 204), result);
        var request = Assert.Single(server.Requests);
        Assert.Equal(delivery.Id, request.Headers["webhook-id"]);
        Assert.Equal("1795253400", request.Headers["webhook-timestamp"]);
        Assert.True(WebhookSignature.TryReadKey(new Secret(Samples.SigningKey), out var key));
        Assert.Equal(
            WebhookSignature.Of([key], delivery.Id, DateTimeOffset.FromUnixTimeSeconds(1795253400), request.Body),
            request.Headers["webhook-signature"]);
    }

    [Fact]
    public async Task SendAsync_SecondAttempt_HasTheSameIdAndBody()
    {
        await using var server = await LocalServer.StartAsync(500);
        using var client = WebhookChannels.Client();
        var destination = Samples.Destination("webhook", server.Address.AbsoluteUri);
        var delivery = Samples.Delivery(Samples.Lavrov);

        await WebhookChannels.Of("webhook", client).SendAsync(destination, delivery, Cancellation);
        await WebhookChannels.Of("webhook", client).SendAsync(destination, delivery with { Now = Samples.Now.AddHours(5) }, Cancellation);

        Assert.Equal(server.Requests[0].Body, server.Requests[1].Body);
        Assert.Equal(server.Requests[0].Headers["webhook-id"], server.Requests[1].Headers["webhook-id"]);
        Assert.NotEqual(server.Requests[0].Headers["webhook-timestamp"], server.Requests[1].Headers["webhook-timestamp"]);
    }

    [Fact]
    public async Task SendAsync_NoKey_IsNotSigned()
    {
        await using var server = await LocalServer.StartAsync(200);
        using var client = WebhookChannels.Client();

        await WebhookChannels.Of("webhook", client).SendAsync(
            Samples.Destination("webhook", server.Address.AbsoluteUri) with { SigningKeys = [] }, Samples.Delivery(Samples.Lavrov), Cancellation);

        Assert.DoesNotContain("webhook-signature", Assert.Single(server.Requests).Headers.Keys);
    }

    [Fact]
    public async Task SendAsync_BrokenKey_FailsBeforeAnythingIsSent()
    {
        await using var server = await LocalServer.StartAsync(200);
        using var client = WebhookChannels.Client();

        var result = await WebhookChannels.Of("webhook", client).SendAsync(
            Samples.Destination("webhook", server.Address.AbsoluteUri) with { SigningKeys = [new Secret(Samples.SigningKey), new Secret("whsec_short")] },
            Samples.Delivery(Samples.Lavrov),
            Cancellation);

        Assert.Equal(DeliveryOutcome.Failed, result.Outcome);
        Assert.DoesNotContain("short", result.Reason, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void CountThatFits_ManyAlerts_FillsTheMessageAndNoMore()
    {
        using var client = WebhookChannels.Client();
        var alerts = Enumerable.Repeat(Samples.Lavrov, 200).ToList();

        var count = WebhookChannels.Of("webhook", client).CountThatFits(Samples.Destination("webhook", "https://h.example"), alerts);

        Assert.InRange(WebhookChannels.Body("webhook", [.. alerts.Take(count)]).Length, 15_000, 19_999);
        Assert.True(WebhookChannels.Body("webhook", [.. alerts.Take(count + 1)]).Length >= 20_000);
    }

    [Fact]
    public void Body_ItemTooLargeForAMessage_IsShortenedAndItsMatchesStillPointIntoIt()
    {
        var summary = $"Taiwan {new string('語', 9_000)} Lavrov";
        var alert = Samples.Lit(new Item { Title = "News", Summary = summary, Link = "https://w.example/1" }, "Wire", [new("r", "Taiwan")], "Taiwan", "Lavrov");

        var body = WebhookChannels.Body("webhook", [alert]);

        Assert.InRange(body.Length, 10_000, 19_999);
        var json = JsonDocument.Parse(body).RootElement.GetProperty("data").GetProperty("alerts")[0];
        Assert.EndsWith("…", json.GetProperty("item").GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Equal("https://w.example/1", json.GetProperty("item").GetProperty("link").GetString());
        Assert.Equal("Taiwan", Assert.Single(json.GetProperty("matched").EnumerateArray()).GetProperty("text").GetString());
    }

    [Fact]
    public void Body_ThousandsOfMatches_ShowsSomeOfEveryRule()
    {
        var words = Enumerable.Range(0, 5_000).Select(i => new MatchedWord("a", TextField.Body, "China", i * 6, 5));
        var alert = Samples.Lavrov with { Matched = [.. words, new MatchedWord("b", TextField.Body, "Taiwan", 30_000, 6)] };

        var body = WebhookChannels.Body("webhook", [alert]);

        var json = JsonDocument.Parse(body).RootElement.GetProperty("data").GetProperty("alerts")[0];
        var rules = json.GetProperty("matched").EnumerateArray().Select(word => word.GetProperty("rule").GetString());
        Assert.Equal(["a", "b", .. Enumerable.Repeat("a", 48)], rules);
        Assert.Equal(alert.Item.Summary, json.GetProperty("item").GetProperty("summary").GetString());
    }

    [Fact]
    public void Body_HostileAlert_KeepsToTheLimit() => Prop
        .ForAll(HostileAlerts.Alert.ToArbitrary(), alert =>
        {
            var body = WebhookChannels.Body("webhook", [alert]);
            new UTF8Encoding(false, true).GetCharCount(body);
            Assert.InRange(body.Length, 1, 19_999);
            JsonDocument.Parse(body).Dispose();
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Body_HostileDigest_KeepsToTheLimit() => Prop
        .ForAll(HostileAlerts.Alert.ToArbitrary(), alert =>
        {
            var body = WebhookChannels.Body("webhook", [alert], Samples.Digest);
            Assert.InRange(body.Length, 1, 19_999);
            JsonDocument.Parse(body).Dispose();
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Body_Digest_SaysItsTimeAndPart()
    {
        var body = JsonDocument.Parse(WebhookChannels.Body("webhook", [Samples.Lavrov], Samples.Digest)).RootElement;

        Assert.Equal("alert.digest", body.GetProperty("type").GetString());
        Assert.Equal("2026-11-21T06:00:00Z", body.GetProperty("timestamp").GetString());
        Assert.Equal("2026-11-20T21:00:00Z", body.GetProperty("data").GetProperty("from").GetString());
        Assert.Equal(2, body.GetProperty("data").GetProperty("part").GetInt32());
    }
}
