using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using NewsAlerts.Feeds;
using NewsAlerts.Messages;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Channels.Webhook;

/// <summary>What Slack, Teams and Discord get: their limits kept, and a feed's text inert.</summary>
public partial class ChatChannelTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Slack_Alert_IsLinkedLitAndExplained()
    {
        var blocks = Parse("slack", Samples.Lavrov).GetProperty("blocks");

        Assert.Equal(["header", "rich_text", "context", "divider", "context"], blocks.EnumerateArray().Select(Type));
        Assert.Equal("Lavrov on Taiwan", Text(blocks[0].GetProperty("text")));
        var sections = blocks[1].GetProperty("elements");
        var title = Assert.Single(sections[0].GetProperty("elements").EnumerateArray());
        Assert.Equal(("link", "Lavrov: Moscow stands with Beijing on Taiwan", Samples.Lavrov.Item.Link), (Type(title), Text(title), title.GetProperty("url").GetString()));
        Assert.Equal(
            ["Lavrov", "Taiwan", "Japan", "militarization"],
            sections[1].GetProperty("elements").EnumerateArray().Where(run => run.TryGetProperty("style", out _)).Select(Text));
        Assert.Equal(
            [
                "World wire",
                "<!date^1795253220^{date_short_pretty} {time} ({ago})|2026-11-21 09:27 UTC>",
                "Also matches: Japan's defence",
            ],
            blocks[2].GetProperty("elements").EnumerateArray().Select(Text));
        Assert.Equal(
            ["Lavrov on Taiwan: Lavrov AND Taiwan", "Japan's defence: Japan AND (militar* OR defence)"],
            blocks[4].GetProperty("elements").EnumerateArray().Select(Text));
    }

    [Fact]
    public void Teams_Alert_IsACardInTheWorkflowsEnvelope()
    {
        var message = Parse("teams", Samples.Lavrov);

        var attachment = Assert.Single(message.GetProperty("attachments").EnumerateArray());
        Assert.Equal("message", Type(message));
        Assert.Equal("application/vnd.microsoft.card.adaptive", attachment.GetProperty("contentType").GetString());
        Assert.Equal(JsonValueKind.Null, attachment.GetProperty("contentUrl").ValueKind);
        var card = attachment.GetProperty("content");
        Assert.Equal(("AdaptiveCard", "1.4"), (Type(card), card.GetProperty("version").GetString()));
        var body = card.GetProperty("body");
        Assert.Equal("Lavrov on Taiwan", Text(body[0].GetProperty("inlines")[0]));
        var items = body[1].GetProperty("items");
        var title = items[0].GetProperty("inlines")[0];
        Assert.Equal(Samples.Lavrov.Item.Link, title.GetProperty("selectAction").GetProperty("url").GetString());
        Assert.Equal("{{DATE(2026-11-21T09:27:00Z,SHORT)}} {{TIME(2026-11-21T09:27:00Z)}}", Text(items[2]));
        Assert.Equal(
            ["Lavrov", "Taiwan", "Japan", "militarization"],
            items[3].GetProperty("inlines").EnumerateArray().Where(run => run.TryGetProperty("weight", out _)).Select(Text));
        Assert.Equal("Also matches: Japan's defence", Text(items[4].GetProperty("inlines")[0]));
        Assert.Equal(
            ["Lavrov on Taiwan: Lavrov AND Taiwan", "Japan's defence: Japan AND (militar* OR defence)"],
            body.EnumerateArray().Skip(2).Select(block => Text(block.GetProperty("inlines")[0])));
    }

    [Fact]
    public void Discord_Alert_IsAnEmbedThatMentionsNobody()
    {
        var message = Parse("discord", Samples.Japanese);

        Assert.Empty(message.GetProperty("allowed_mentions").GetProperty("parse").EnumerateArray());
        var embed = Assert.Single(message.GetProperty("embeds").EnumerateArray());
        Assert.Equal("ラブロフ外相、台湾問題で中国を支持", embed.GetProperty("title").GetString());
        Assert.Equal(Samples.Japanese.Item.Link, embed.GetProperty("url").GetString());
        Assert.Contains("インタビューで、**台湾**海峡をめぐる", embed.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("\n<t:1795235400:R> · 世界ニュース", embed.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal("2026-11-21T04:30:00Z", embed.GetProperty("timestamp").GetString());
        Assert.Equal("Taiwan in Japanese news", embed.GetProperty("author").GetProperty("name").GetString());
        Assert.Equal("台湾 OR 台湾海峡", embed.GetProperty("footer").GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    [InlineData("discord")]
    public void Body_RulesThatTakeTurns_AreGroupedAndEachQueryIsSaidOnce(string type)
    {
        var third = Samples.Lavrov with { Item = Samples.Arabic.Item };

        var text = Encoding.UTF8.GetString(WebhookChannels.Body(type, [Samples.Lavrov, Samples.Japanese, third]));

        // The ends of the titles have no sign that a channel escapes.
        string?[] titles = [Samples.Lavrov.Item.Title, third.Item.Title, Samples.Japanese.Item.Title];
        var places = titles.Select(title => text.IndexOf((title ?? "")[^9..], StringComparison.Ordinal)).ToList();
        Assert.Equal(places.Order(), places);
        Assert.DoesNotContain(-1, places);
        Assert.Equal(2, text.Split("Lavrov AND Taiwan").Length);
        Assert.Equal(2, text.Split("台湾 OR 台湾海峡").Length);
    }

    [Theory]
    [InlineData("hook", "/hook?wait=true")]
    [InlineData("hook?thread_id=7", "/hook?thread_id=7&wait=true")]
    public async Task Discord_Address_AsksForTheAnswer(string path, string expected)
    {
        await using var server = await LocalServer.StartAsync(200, "{}");
        using var client = WebhookChannels.Client();

        await WebhookChannels.Of("discord", client).SendAsync(
            Samples.Destination("discord", $"{server.Address}{path}"), Samples.Delivery(Samples.Lavrov), Cancellation);

        Assert.Equal(expected, Assert.Single(server.Requests).Address.PathAndQuery);
    }

    [Theory]
    [InlineData(429, """{"message":"slow","retry_after":1.5}""", "1", "9.25", 9.25)]
    [InlineData(429, """{"message":"slow","retry_after":65.7}""", "1", "0.5", 65.7)]
    [InlineData(429, """[1]""", "1", null, null)]
    [InlineData(429, """{"retry_after":1e300}""", "1", null, 86_400.0)]
    [InlineData(429, """{"retry_after":"NaN"}""", "1", "-3", null)]
    [InlineData(200, """{}""", "0", "2.5", 2.5)]
    [InlineData(200, """{}""", "4", "2.5", null)]
    public async Task Discord_RateLimit_IsReadFromHeadersAndAnswer(int status, string answer, string remaining, string? reset, double? seconds)
    {
        await using var server = await LocalServer.StartAsync(
            status, answer, [("X-RateLimit-Remaining", remaining), .. reset is null ? [] : ((string, string)[])[("X-RateLimit-Reset-After", reset)]]);
        using var client = WebhookChannels.Client();

        var result = await WebhookChannels.Of("discord", client).SendAsync(
            Samples.Destination("discord", server.Address.AbsoluteUri), Samples.Delivery(Samples.Lavrov), Cancellation);

        Assert.Equal(seconds is { } s ? TimeSpan.FromSeconds(s) : null, result.RetryAfter);
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    [InlineData("discord")]
    public void CountThatFits_AsManySamples_FillsTheMessageAndNoMore(string type)
    {
        using var client = WebhookChannels.Client();
        var alerts = Enumerable.Repeat(Samples.Lavrov, 200).ToList();

        var count = WebhookChannels.Of(type, client).CountThatFits(Samples.Destination(type, "https://h.example"), alerts);

        Assert.InRange(count, 5, 50);
        Check(type, [.. alerts.Take(count)]);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Check(type, [.. alerts.Take(count + 1)]));
    }

    // So small that the number of blocks is what limits them, with a heading of the rules more often or less.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void CountThatFits_SmallAlertsForSlack_FillsTheBlocksAndNoMore(int alertsOfARule)
    {
        using var client = WebhookChannels.Client();
        var alerts = Enumerable.Range(0, 50)
            .Select(i => Samples.Lavrov with { Item = new Item { Title = "a" }, Matched = [], Rules = [new($"{i / alertsOfARule}", "a")] })
            .ToList();

        var count = WebhookChannels.Of("slack", client).CountThatFits(Samples.Destination("slack", "https://h.example"), alerts);

        Assert.InRange(count, 8, 16);
        Check("slack", [.. alerts.Take(count)]);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Check("slack", [.. alerts.Take(count + 1)]));
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    [InlineData("discord")]
    public void Body_HostileAlerts_KeepTheLimitsAndAreInert(string type)
    {
        using var client = WebhookChannels.Client();
        var channel = WebhookChannels.Of(type, client);
        Prop.ForAll(HostileAlerts.Alert.ListOf(6).ToArbitrary(), HostileAlerts.Alert.ToArbitrary(), (alerts, first) =>
        {
            List<Alert> all = [first, .. alerts];
            Check(type, [first]);
            Check(type, [.. all.Take(channel.CountThatFits(Samples.Destination(type, "https://h.example"), all))]);
        })
        .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    [InlineData("discord")]
    public void CountThatFits_Digest_FillsTheMessageAndNoMore(string type)
    {
        using var client = WebhookChannels.Client();
        var alerts = Enumerable.Range(0, 200).Select(i => Samples.Lavrov with { Rules = [new($"Rule {i}", "Taiwan")] }).ToList();

        var count = WebhookChannels.Of(type, client).CountThatFits(Samples.Destination(type, "https://h.example"), alerts, Samples.Digest);

        Assert.InRange(count, 5, 50);
        Check(type, [.. alerts.Take(count)], Samples.Digest);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Check(type, [.. alerts.Take(count + 1)], Samples.Digest));
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    [InlineData("discord")]
    public void Body_HostileDigest_KeepsTheLimitsAndIsInert(string type)
    {
        using var client = WebhookChannels.Client();
        var channel = WebhookChannels.Of(type, client);
        Prop.ForAll(HostileAlerts.Alert.ListOf(6).ToArbitrary(), HostileAlerts.Alert.ToArbitrary(), Samples.LanguageTag, (alerts, first, language) =>
        {
            List<Alert> all = [first, .. alerts];
            var destination = Samples.Destination(type, "https://h.example") with { Language = language };
            Check(type, [first], Samples.Digest, language);
            Check(type, [.. all.Take(channel.CountThatFits(destination, all, Samples.Digest))], Samples.Digest, language);
        })
        .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    [InlineData("discord")]
    public void Body_Digest_SaysItsTimeItsRulesAndWhatIsLeftOut(string type)
    {
        var text = Encoding.UTF8.GetString(WebhookChannels.Body(type, [Samples.Lavrov, Samples.Arabic], Samples.Digest));
        text = text.Replace("\\\\", "", StringComparison.Ordinal);

        Assert.Contains("Digest of 20 Nov 22:00 to 21 Nov 07:00 (2 of 3)", text, StringComparison.Ordinal);
        Assert.Contains("Lavrov on Taiwan", text, StringComparison.Ordinal);
        Assert.Contains("and 12 more", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    [InlineData("discord")]
    public void Body_OfAGermanDestination_IsGermanWhereItIsNotTheFeeds(string type)
    {
        var many = Samples.Lavrov with { Rules = [.. Enumerable.Range(1, 6).Select(i => new AlertRule($"Regel {i}", "Taiwan"))] };

        var text = JsonDocument.Parse(WebhookChannels.Body(type, [many], Samples.Digest, "de")).RootElement.ToString().Replace("\\", "", StringComparison.Ordinal);

        Assert.Contains("Zusammenfassung vom 20. Nov. 22:00 bis 21. Nov. 07:00 Uhr (Teil 2 von 3)", text, StringComparison.Ordinal);
        Assert.Contains("und 12 weitere", text, StringComparison.Ordinal);
        Assert.Contains("und 2 weitere Regeln", text, StringComparison.Ordinal);
    }

    private static void Check(string type, IReadOnlyList<Alert> alerts, Digest? digest = null, string language = "en")
    {
        var body = WebhookChannels.Body(type, alerts, digest, language);
        var json = new UTF8Encoding(false, true).GetString(body);
        var message = JsonDocument.Parse(json).RootElement;
        Assert.DoesNotMatch(ChatPayload.TurningCharacters(), json);
        Action<JsonElement, string> check = type switch
        {
            "slack" => CheckSlack,
            "teams" => CheckTeams,
            _ => CheckDiscord,
        };
        check(message, json);
        Assert.All(ChatPayload.Strings(message, "url"), url => Assert.Matches("^https?://", url));
    }

    private static void CheckSlack(JsonElement message, string json)
    {
        Assert.InRange(json.Length, 1, 13_000);
        Assert.InRange(message.GetProperty("blocks").GetArrayLength(), 1, 50);
        Assert.DoesNotMatch("[<>]", Text(message));
        foreach (var block in message.GetProperty("blocks").EnumerateArray())
        {
            Assert.Contains(Type(block), (string[])["rich_text", "context", "divider", "header"]);
            if (Type(block) == "header")
            {
                Assert.InRange(Text(block.GetProperty("text")).Length, 1, 150);
            }

            if (Type(block) == "context")
            {
                Assert.InRange(block.GetProperty("elements").GetArrayLength(), 1, 10);
            }
        }

        foreach (var text in ChatPayload.Objects(message).Where(o => o.TryGetProperty("type", out _) && o.TryGetProperty("text", out var t) && t.ValueKind == JsonValueKind.String))
        {
            Assert.InRange(Text(text).Length, 1, 2_000);
            Assert.Contains(Type(text), (string[])["text", "link", "plain_text", "mrkdwn"]);
            Assert.True(Type(text) != "mrkdwn" || SlackDate().IsMatch(Text(text)));
            Assert.True(Type(text) != "plain_text" || !text.GetProperty("emoji").GetBoolean());
        }
    }

    private static void CheckTeams(JsonElement message, string json)
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(json), 1, 20_999);
        foreach (var element in ChatPayload.Objects(message).Where(o => o.TryGetProperty("text", out _)))
        {
            Assert.InRange(Text(element).Length, 1, 2_000);
            if (Type(element) == "TextBlock")
            {
                Assert.Matches(TeamsTime(), Text(element));
            }
            else
            {
                Assert.Equal("TextRun", Type(element));
                Assert.DoesNotMatch(ChatPayload.TeamsMarkup(), Text(element));
            }
        }
    }

    private static void CheckDiscord(JsonElement message, string json)
    {
        var embeds = message.GetProperty("embeds").EnumerateArray().ToList();
        Assert.InRange(embeds.Count, 1, 10);
        Assert.Contains("allowed_mentions", message.EnumerateObject().Select(property => property.Name));
        Assert.InRange(message.EnumerateObject().Count(), 2, message.TryGetProperty("content", out var content) ? 3 : 2);
        Assert.InRange(content.ValueKind == JsonValueKind.String ? content.ToString().Length : 1, 1, 2_000);
        var total = 0;
        foreach (var embed in embeds)
        {
            var title = embed.GetProperty("title").GetString() ?? "";
            var description = embed.GetProperty("description").GetString() ?? "";
            var age = $"<t:{embed.GetProperty("timestamp").GetDateTimeOffset().ToUnixTimeSeconds()}:R>";
            var author = embed.GetProperty("author").GetProperty("name").GetString() ?? "";
            var footer = embed.TryGetProperty("footer", out var last) ? last.GetProperty("text").GetString() ?? "" : null;
            Assert.InRange(title.Length, 1, 256);
            Assert.InRange(description.Length, 1, 4_096);
            Assert.StartsWith(age, description.Split('\n')[^1], StringComparison.Ordinal);
            Assert.InRange(author.Length, 1, 256);
            Assert.InRange(footer?.Length ?? 1, 1, 2_048);
            Assert.DoesNotMatch(ChatPayload.DiscordMarkup(), ChatPayload.DiscordEscape().Replace(title, ""));
            Assert.DoesNotMatch(DiscordList(), title);
            Assert.DoesNotMatch(DiscordList(), description);
            Assert.DoesNotMatch(ChatPayload.DiscordMarkup(), DiscordBold().Replace(ChatPayload.DiscordEscape().Replace(description.Replace(age, "", StringComparison.Ordinal), ""), ""));
            total += title.Length + description.Length + author.Length + (footer?.Length ?? 0);
        }

        Assert.InRange(total, 1, 6_000);
        Assert.NotEmpty(json);
    }

    private static JsonElement Parse(string type, Alert alert) => JsonDocument.Parse(WebhookChannels.Body(type, [alert])).RootElement;

    private static string Type(JsonElement element) => element.GetProperty("type").GetString() ?? "";

    private static string Text(JsonElement element) => element.GetProperty("text").GetString() ?? "";

    [GeneratedRegex(@"^<!date\^-?[0-9]+\^\{date_short_pretty\} \{time\} \(\{ago\}\)\|[0-9: -]+ UTC>$")]
    private static partial Regex SlackDate();

    [GeneratedRegex(@"^\{\{DATE\([0-9TZ:-]+,SHORT\)\}\} \{\{TIME\([0-9TZ:-]+\)\}\}$")]
    private static partial Regex TeamsTime();

    [GeneratedRegex(@"\*\*")]
    private static partial Regex DiscordBold();

    [GeneratedRegex(@"^([-+]|[0-9]+\.) ")]
    private static partial Regex DiscordList();
}
