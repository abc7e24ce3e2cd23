using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using NewsAlerts.Channels.Webhook.Templates;
using NewsAlerts.Http;
using NewsAlerts.Messages;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Channels.Webhook;

/// <summary>Notices as webhooks and chats get them: limits kept, and texts inert.</summary>
public partial class NoticeChannelTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Types => WebhookChannels.Types;

    [Fact]
    public void Webhook_Problem_IsWhatProgramsRead()
    {
        var body = Parse("webhook", Notices.Problem);

        Assert.Equal(("service.problem", "2026-11-21T09:30:00Z"), (body.GetProperty("type").GetString(), body.GetProperty("timestamp").GetString()));
        var data = body.GetProperty("data");
        Assert.Equal("desk", data.GetProperty("destination").GetString());
        Assert.Equal(Notices.Problem.Title, data.GetProperty("title").GetString());
        var entry = data.GetProperty("entries")[0];
        Assert.Equal(
            ("feed.failing", "World wire", "2026-11-20T07:30:00Z"),
            (entry.GetProperty("kind").GetString(), entry.GetProperty("name").GetString(), entry.GetProperty("since").GetString()));
        Assert.Equal((2, 0), (data.GetProperty("entries").GetArrayLength(), data.GetProperty("more").GetInt32()));
    }

    [Fact]
    public async Task Webhook_WithTemplate_GetsTheDocumentedShapeSigned()
    {
        await using var server = await LocalServer.StartAsync(200);
        using var client = WebhookChannels.Client();
        var destination = Samples.Destination("webhook", server.Address.AbsoluteUri) with
        {
            Template = new WebhookTemplate(new Secret("{{data.alerts.0.item.title}}")) { ContentType = "text/plain" },
        };

        await WebhookChannels.Of("webhook", client).SendAsync(destination, Notices.Delivery(Notices.Problem), Cancellation);

        var request = Assert.Single(server.Requests);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.StartsWith("v1,", request.Headers["webhook-signature"], StringComparison.Ordinal);
        Assert.Equal(Notices.Problem.Title, JsonDocument.Parse(request.Body).RootElement.GetProperty("data").GetProperty("title").GetString());
    }

    [Fact]
    public void Slack_Problem_HasAHeaderAndALineForEach()
    {
        var blocks = Parse("slack", Notices.Problem).GetProperty("blocks");

        Assert.Equal(
            ["header", "rich_text", "context", "rich_text", "context", "context"],
            blocks.EnumerateArray().Select(block => block.GetProperty("type").GetString()));
        Assert.Equal("World wire", blocks[1].GetProperty("elements")[0].GetProperty("elements")[0].GetProperty("text").GetString());
        Assert.Equal(
            "since <!date^1795159800^{date_short_pretty} {time} ({ago})|2026-11-20 07:30 UTC>",
            blocks[2].GetProperty("elements")[0].GetProperty("text").GetString());
    }

    [Fact]
    public void Teams_Problem_TellsSinceWhenInTheReadersTime() => Assert.Contains(
        "since {{DATE(2026-11-20T07:30:00Z,SHORT)}} {{TIME(2026-11-20T07:30:00Z)}}",
        ChatPayload.Strings(Parse("teams", Notices.Problem), "text"));

    [Fact]
    public void Discord_Problem_IsOneEmbedWithFields()
    {
        var embed = Assert.Single(Parse("discord", Notices.Problem).GetProperty("embeds").EnumerateArray());

        Assert.Equal(Notices.Problem.Title, embed.GetProperty("title").GetString());
        var field = embed.GetProperty("fields")[0];
        Assert.Equal("World wire", field.GetProperty("name").GetString());
        Assert.EndsWith("\nsince <t:1795159800:f>", field.GetProperty("value").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Body_Action_IsALink(string type)
    {
        var links = ChatPayload.Strings(Parse(type, Notices.Confirmation), "url");

        Assert.Equal([Notices.Confirmation.Action?.Address.AbsoluteUri], links);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Body_MoreThanFits_CountsTheRest(string type)
    {
        var json = Encoding.UTF8.GetString(WebhookChannels.Body(type, Notices.Delivery(Notices.Long)));

        Check(type, Notices.Long);
        var shown = Regex.Count(json, "Feed [0-9]+");
        Assert.InRange(shown, 20, 100);
        Assert.Contains(type == "webhook" ? $"\"more\":{400 - shown}" : $"and {400 - shown} more", json, StringComparison.Ordinal);
        Assert.Contains("each of the last 96 polls", json, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Body_HostileNotice_KeepsTheLimitsAndIsInert(string type) =>
        Prop.ForAll(Notices.Any.ToArbitrary(), notice => Check(type, notice)).QuickCheckThrowOnFailure();

    private static void Check(string type, Notice notice)
    {
        var body = WebhookChannels.Body(type, Notices.Delivery(notice));
        var json = new UTF8Encoding(false, true).GetString(body);
        var message = JsonDocument.Parse(json).RootElement;
        Assert.DoesNotMatch(ChatPayload.TurningCharacters(), json);
        Assert.All(ChatPayload.Strings(message, "url"), url => Assert.StartsWith("https://alerts.example.org/", url, StringComparison.Ordinal));
        switch (type)
        {
            case "webhook":
                Assert.InRange(body.Length, 1, 19_999);
                break;
            case "slack":
                CheckSlack(message, json);
                break;
            case "teams":
                CheckTeams(message, body.Length);
                break;
            default:
                CheckDiscord(message);
                break;
        }
    }

    private static void CheckSlack(JsonElement message, string json)
    {
        Assert.InRange(json.Length, 1, 13_000);
        Assert.InRange(message.GetProperty("blocks").GetArrayLength(), 1, 50);
        Assert.DoesNotMatch("[<>]", message.GetProperty("text").GetString() ?? "");
        foreach (var element in ChatPayload.Objects(message).Where(o => o.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String && o.TryGetProperty("type", out _)))
        {
            var (kind, text) = (element.GetProperty("type").GetString(), element.GetProperty("text").GetString() ?? "");
            Assert.InRange(text.Length, 1, 2_000);
            Assert.Contains(kind, (string[])["text", "link", "plain_text", "mrkdwn"]);
            Assert.True(kind != "mrkdwn" || SlackSince().IsMatch(text), text);
        }

        foreach (var header in ChatPayload.Objects(message).Where(o => o.TryGetProperty("type", out var kind) && kind.ValueEquals("header")))
        {
            Assert.InRange((header.GetProperty("text").GetProperty("text").GetString() ?? "").Length, 1, 150);
        }

        Assert.All(ChatPayload.Objects(message).Where(o => o.TryGetProperty("elements", out _)), o => Assert.NotEqual(0, o.GetProperty("elements").GetArrayLength()));
    }

    private static void CheckTeams(JsonElement message, int bytes)
    {
        Assert.InRange(bytes, 1, 20_999);
        foreach (var element in ChatPayload.Objects(message).Where(o => o.TryGetProperty("text", out _)))
        {
            var text = element.GetProperty("text").GetString() ?? "";
            Assert.InRange(text.Length, 1, 2_000);
            if (element.GetProperty("type").ValueEquals("TextBlock"))
            {
                Assert.Matches(TeamsSince(), text);
            }
            else
            {
                Assert.DoesNotMatch(ChatPayload.TeamsMarkup(), text);
            }
        }
    }

    private static void CheckDiscord(JsonElement message)
    {
        Assert.Empty(message.GetProperty("allowed_mentions").GetProperty("parse").EnumerateArray());
        Assert.False(message.TryGetProperty("content", out _));
        var embed = Assert.Single(message.GetProperty("embeds").EnumerateArray());
        var fields = embed.GetProperty("fields").EnumerateArray().Select(f => (Name: f.GetProperty("name").GetString() ?? "", Value: f.GetProperty("value").GetString() ?? "")).ToList();
        var title = embed.GetProperty("title").GetString() ?? "";
        var description = embed.TryGetProperty("description", out var d) ? d.GetString() ?? "" : "";
        var footer = embed.TryGetProperty("footer", out var f) ? f.GetProperty("text").GetString() ?? "" : "";
        Assert.InRange(title.Length, 1, 256);
        Assert.InRange(description.Length, 0, 4_096);
        Assert.InRange(footer.Length, 0, 2_048);
        Assert.InRange(fields.Count, 0, 25);
        Assert.All(fields, field =>
        {
            Assert.InRange(field.Name.Length, 1, 256);
            Assert.InRange(field.Value.Length, 1, 1_024);
            Assert.DoesNotMatch(ChatPayload.DiscordMarkup(), ChatPayload.DiscordEscape().Replace(field.Name, ""));
            Assert.DoesNotMatch(ChatPayload.DiscordMarkup(), ChatPayload.DiscordEscape().Replace(DiscordSince().Replace(field.Value, ""), ""));
        });
        Assert.DoesNotMatch(ChatPayload.DiscordMarkup(), ChatPayload.DiscordEscape().Replace(title, ""));
        Assert.DoesNotMatch(ChatPayload.DiscordMarkup(), ChatPayload.DiscordEscape().Replace(description, ""));
        Assert.InRange(title.Length + description.Length + footer.Length + fields.Sum(field => field.Name.Length + field.Value.Length), 1, 6_000);
    }

    private static JsonElement Parse(string type, Notice notice) =>
        JsonDocument.Parse(WebhookChannels.Body(type, Notices.Delivery(notice))).RootElement;

    [GeneratedRegex(@"^since <!date\^-?[0-9]+\^\{date_short_pretty\} \{time\} \(\{ago\}\)\|[0-9: -]+ UTC>$")]
    private static partial Regex SlackSince();

    [GeneratedRegex(@"^since \{\{DATE\([0-9TZ:-]+,SHORT\)\}\} \{\{TIME\([0-9TZ:-]+\)\}\}$")]
    private static partial Regex TeamsSince();

    [GeneratedRegex(@"since <t:[0-9]+:f>$")]
    private static partial Regex DiscordSince();
}
