using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using NewsAlerts.Channels;
using NewsAlerts.Messages;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Channels.Webhook;

/// <summary>Payloads against published JSON Schemas, as the validator ajv reads them: our own three, and that of Adaptive Cards 1.4.</summary>
public class PayloadSchemaTests
{
    private const string MatchedSchema = "alert.matched.schema.json";
    private const string NoticeSchema = "service.notice.schema.json";
    private const string TeamsSchema = "adaptive-card-1.4.0.schema.json";
    private const int Deliveries = 150;

    [Theory]
    [InlineData("webhook", false)]
    [InlineData("webhook", true)]
    [InlineData("teams", false)]
    [InlineData("teams", true)]
    public async Task Body_SamplesAndHostileAlerts_KeepToTheSchema(string type, bool isDigest)
    {
        var digest = isDigest ? Samples.Digest : null;
        using var client = WebhookChannels.Client();
        var channel = WebhookChannels.Of(type, client);
        var hostile = Gen.Sample(HostileAlerts.Alert.NonEmptyListOf(), Deliveries, 20)
            .Select(alerts => alerts.Take(channel.CountThatFits(Samples.Destination(type, "https://h.example"), [.. alerts], digest)));
        var bodies = hostile.Prepend([Samples.Lavrov, Samples.Arabic, Samples.Japanese])
            .Select(alerts => Validated(type, WebhookChannels.Body(type, [.. alerts], digest)));

        var mistakes = await MistakesAsync(type switch
        {
            "teams" => TeamsSchema,
            _ when isDigest => "alert.digest.schema.json",
            _ => MatchedSchema,
        }, bodies);

        Assert.Equal(Deliveries + 1, mistakes.Count);
        Assert.True(mistakes.All(mistake => mistake is null), string.Join('\n', mistakes.Distinct()));
    }

    [Theory]
    [InlineData("webhook")]
    [InlineData("teams")]
    public async Task Body_SamplesAndHostileNotices_KeepToTheSchema(string type)
    {
        var notices = Gen.Sample(Notices.Any, Deliveries, 20)
            .Concat([Notices.Problem, Notices.Long, Notices.Problem with { Action = Notices.Confirmation.Action }]);

        var mistakes = await MistakesAsync(
            type == "teams" ? TeamsSchema : NoticeSchema,
            notices.Select(notice => Validated(type, WebhookChannels.Body(type, Notices.Delivery(notice)))));

        Assert.Equal(Deliveries + 3, mistakes.Count);
        Assert.True(mistakes.All(mistake => mistake is null), string.Join('\n', mistakes.Distinct()));
    }

    [Theory]
    [InlineData(NoticeSchema, """{"type":"alert.matched","timestamp":"2026-11-21T09:29:00Z","data":{}}""", "data/type must match pattern")]
    [InlineData(NoticeSchema, """{"type":"service.problem","timestamp":"2026-11-21T09:29:00Z","data":{"destination":"d","title":"t","paragraphs":[],"entries":[{}],"more":0}}""", "must have required property 'kind'")]
    [InlineData(MatchedSchema, """{"type":"alert.matched","timestamp":"2026-11-21T09:29:00Z"}""", "must have required property 'data'")]
    [InlineData(MatchedSchema, """{"type":"other","timestamp":"2026-11-21T09:29:00Z","data":{"destination":"d","alerts":[]}}""", "data/type must be equal to constant")]
    [InlineData(MatchedSchema, """{"type":"alert.matched","timestamp":"2026-11-21","data":{"destination":"d","alerts":[{}]}}""", "data/timestamp must match")]
    [InlineData(MatchedSchema, """{"type":"alert.matched","timestamp":"2026-11-21T09:29:00Z","data":{"destination":"d","alerts":[],"x":1}}""", "must NOT have additional properties")]
    [InlineData(TeamsSchema, """{"type":"AdaptiveCard","version":"1.4","body":[{"type":"RichTextBlock","inlines":[{"type":"TextRun"}]}]}""", "must have required property 'text'")]
    [InlineData(TeamsSchema, """{"type":"AdaptiveCard","version":"1.4","body":[{"type":"TextBlock","text":"x","size":"Huge"}]}""", "size")]
    public async Task Schema_WrongBody_IsAMistake(string schema, string body, string mistake) =>
        Assert.Contains(mistake, Assert.Single(await MistakesAsync(schema, [JsonNode.Parse(body)])), StringComparison.Ordinal);

    /// <summary>What the schema speaks of: of a message to Teams, the card in it without what is Teams' own.</summary>
    private static JsonNode? Validated(string type, byte[] body)
    {
        var message = JsonNode.Parse(body);
        if (type != "teams")
        {
            return message;
        }

        var card = message?["attachments"]?[0]?["content"];
        Assert.True(card?.AsObject().Remove("msteams"));
        return card;
    }

    private static async Task<IReadOnlyList<string?>> MistakesAsync(string schema, IEnumerable<JsonNode?> values)
    {
        var found = await NodeScript.RunAsync("validate-json.mjs", new
        {
            schema = JsonNode.Parse(Read(schema)),
            others = new Dictionary<string, JsonNode?> { [MatchedSchema] = JsonNode.Parse(Read(MatchedSchema)) },
            values,
        });
        return [.. found.EnumerateArray().Select(mistake => mistake.GetString())];
    }

    private static string Read(string schema)
    {
        var fixture = Path.Combine(AppContext.BaseDirectory, "Checks", "AdaptiveCards", schema);
        using Stream? stream = File.Exists(fixture) ? File.OpenRead(fixture) : typeof(IChannel).Assembly.GetManifestResourceStream(schema);
        Assert.NotNull(stream);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
