using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Webhook.Templates;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Messages;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Channels.Webhook;

/// <summary>Bodies in a shape of the receiver's own.</summary>
public class TemplateTests
{
    private const string Message =
        """
        {"text": "{{data.alerts.Count}} for {{data.destination}}{{#each data.alerts}}, {{item.title}} <{{item.link}}> ({{feed.name}})
        {{~#each rules}}, {{name}}: {{when}}{{/each}}{{#if item.summary}}: {{item.summary}}{{/if}}{{/each}}",
         "first": {{json data.alerts.[0].item}} }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_Template_IsTheBodyAndSigned()
    {
        await using var server = await LocalServer.StartAsync(200, "ok");
        using var client = WebhookChannels.Client();

        var result = await WebhookChannels.Of("webhook", client).SendAsync(
            Destination("""{"text": "{{data.alerts.[0].item.title}}"}""", server.Address), Samples.Delivery(Samples.Japanese), Cancellation);

        Assert.Equal(new DeliveryResult(DeliveryOutcome.Delivered, "ok", 200), result);
        var request = Assert.Single(server.Requests);
        Assert.Equal("""{"text": "ラブロフ外相、台湾問題で中国を支持"}""", Encoding.UTF8.GetString(request.Body));
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.StartsWith("v1,", request.Headers["webhook-signature"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", """{"a":"\"x\" & <y>"}""", """{"a":"{{t}}"}""")]
    [InlineData("application/vnd.example+json; charset=utf-8", """{"a":"\"x\" & <y>"}""", """{"a":"{{t}}"}""")]
    [InlineData("text/plain", "\"x\" & <y>", "{{t}}")]
    [InlineData("text/html", "&quot;x&quot; &amp; &lt;y&gt;", "{{t}}")]
    [InlineData("application/x-www-form-urlencoded", "t=%22x%22%20%26%20%3Cy%3E", "t={{t}}")]
    public async Task SendAsync_ContentType_DecidesWhatIsEscaped(string contentType, string expected, string template)
    {
        await using var server = await LocalServer.StartAsync(200);
        using var client = WebhookChannels.Client();
        var alert = Samples.Lavrov with { Item = new Item { Title = "\"x\" & <y>" } };
        var body = Template(template.Replace("t}}", "data.alerts.0.item.title}}", StringComparison.Ordinal)) with { ContentType = contentType };

        await WebhookChannels.Of("webhook", client).SendAsync(
            Samples.Destination("webhook", server.Address.AbsoluteUri) with { Template = body }, Samples.Delivery(alert), Cancellation);

        var request = Assert.Single(server.Requests);
        Assert.Equal((expected, contentType), (Encoding.UTF8.GetString(request.Body), request.Headers["Content-Type"]));
    }

    [Fact]
    public void Render_HostileAlerts_JsonThatHoldsTheirTexts() => Prop
        .ForAll(HostileAlerts.Alert.ListOf(4).ToArbitrary(), HostileAlerts.Alert.ToArbitrary(), (alerts, first) =>
        {
            List<Alert> all = [first, .. alerts];
            var template = Template(Message);
            var count = TemplateRenderer.CountThatFits(template, "desk", all);
            var body = TemplateRenderer.Render(template, "desk", [.. all.Take(count)]);
            Assert.InRange(body.Length, 1, 19_999);
            var json = JsonDocument.Parse(new UTF8Encoding(false, true).GetString(body)).RootElement;
            Assert.StartsWith($"{count} for desk, ", json.GetProperty("text").GetString(), StringComparison.Ordinal);
            var title = json.GetProperty("first").GetProperty("title").GetString() ?? "";
            Assert.Contains($", {title} <", json.GetProperty("text").GetString(), StringComparison.Ordinal);
        })
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("""{"text": {{data.alerts.0.item.title}} }""", "What the template makes of these alerts is not JSON")]
    [InlineData("{{> other}}", "The template cannot be rendered")]
    public async Task SendAsync_TemplateThatMakesNoBody_FailsBeforeAnythingIsSent(string template, string reason)
    {
        await using var server = await LocalServer.StartAsync(200);
        using var client = WebhookChannels.Client();

        var result = await WebhookChannels.Of("webhook", client).SendAsync(Destination(template, server.Address), Samples.Delivery(Samples.Lavrov), Cancellation);

        Assert.Equal(DeliveryOutcome.Failed, result.Outcome);
        Assert.StartsWith(reason, result.Reason, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("{{data.GetType}}{{data.alerts.SyncRoot.GetType}}{{type.GetType.Assembly}}{{data.destination.GetHashCode}}")]
    [InlineData("{{this.Comparer}}{{data.Keys}}{{data.alerts.Capacity.GetType}}{{@root.GetType}}")]
    public void Render_NamesOfDotNet_LeadToNoType(string template)
    {
        var body = Encoding.UTF8.GetString(TemplateRenderer.Render(Template(template), "desk", [Samples.Lavrov]));

        Assert.DoesNotContain("System", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Version", body, StringComparison.Ordinal);
    }

    [Fact]
    public void CountThatFits_BodyTwiceAsLong_FewerThanWithoutTemplate()
    {
        var alerts = Enumerable.Repeat(Samples.Lavrov, 100).ToList();
        var template = Template("{{json data}}{{json data}}");
        using var client = WebhookChannels.Client();

        var count = WebhookChannels.Of("webhook", client).CountThatFits(Destination("{{json data}}{{json data}}", new Uri("https://h.example")), alerts);

        Assert.InRange(TemplateRenderer.Render(template, "desk", [.. alerts.Take(count)]).Length, 15_000, 19_999);
    }

    private static WebhookTemplate Template(string text) => new(new Secret(text));

    private static Destination Destination(string template, Uri address) =>
        Samples.Destination("webhook", address.AbsoluteUri) with { Template = Template(template) };
}
