using System.Text.Json;
using System.Text.RegularExpressions;
using NewsAlerts.Configuration;
using NewsAlerts.Configuration.Sections;
using NewsAlerts.Yaml;
using NewsAlerts.Yaml.Nodes;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Tests.Configuration;

/// <summary>The schema that editors use says what the reader says.</summary>
public class SchemaTests
{
    private static readonly JsonElement Schema =
        JsonDocument.Parse(RepositoryFile.Read("src/NewsAlerts/Configuration/alerts.schema.json")).RootElement;

    private static readonly MistakeList Mistakes = new(new SourceText("alerts.yaml", ""));

    public static TheoryData<string> Definitions => [.. Sections.Keys];

    private static readonly Dictionary<string, Action<MappingReader>> Sections = new()
    {
        ["settings"] = reader => SettingsSection.Read(reader, reader.Texts("notifyOps")),
        ["smtp"] = reader => SmtpSection.Read(reader, []),
        ["auth"] = reader => AuthSection.Read(reader),
        ["feed"] = reader => new FeedsSection(Mistakes).Read(reader, new Settings()),
        ["rule"] = reader => new RulesSection(Mistakes, new FeedsSection(Mistakes), new DestinationsSection(Mistakes), "UTC").Read(reader),
        ["destination"] = reader => new DestinationsSection(Mistakes).Read(reader, new Settings()),
    };

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Schema_Section_HasTheKeysOfTheReader(string name)
    {
        var reader = new MappingReader(new Node(NodeKind.Mapping, 0, 0), name, new ReadingContext(Mistakes, _ => null));

        Sections[name](reader);

        Assert.Equal(reader.Keys.Order(), Keys(Definition(name)).Order());
        Assert.False(Definition(name).GetProperty("additionalProperties").GetBoolean());
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Schema_Section_NeedsTheKeysThatTheReaderNeeds(string name)
    {
        var mistakes = new MistakeList(new SourceText("alerts.yaml", ""));

        Sections[name](new MappingReader(new Node(NodeKind.Mapping, 0, 0), name, new ReadingContext(mistakes, _ => null)));

        var needed = Required(Definition(name));
        if (Definition(name).TryGetProperty("anyOf", out var choice))
        {
            needed = [.. needed, .. Required(choice[0])];
        }

        Assert.Equal(needed.Select(key => $"{name} needs '{key}'").Order(), mistakes.Mistakes.Select(mistake => mistake.Message).Order());
    }

    [Fact]
    public void Schema_Root_HasTheKeysOfTheReader()
    {
        var keys = Keys(Schema).ToList();
        var right = string.Concat(keys.Select(key => $"{key}:\n"));

        Assert.Equal(["settings", "feeds", "rules", "destinations"], keys);
        Assert.Empty(Reading.Read(right).Mistakes);
        Assert.Equal(keys.Count, Regex.Count(Reading.Right, "(?m)^[a-z]+:"));
        Assert.False(Schema.GetProperty("additionalProperties").GetBoolean());
    }

    [Fact]
    public void Schema_Choices_AreThoseOfTheReader()
    {
        Assert.Equal(DestinationsSection.Types.Words, Choices("destination", "type"));
        Assert.Equal(SettingsSection.Subscribe.Words, Choices("settings", "subscribe"));
        Assert.Equal(SmtpSection.Security.Words, Choices("smtp", "security"));
        Assert.Equal(OAuth2Section.Auth.Words, Choices("smtp", "auth"));
    }

    [Theory]
    [InlineData("90s")]
    [InlineData("5m")]
    [InlineData("1d")]
    [InlineData("5")]
    [InlineData("5 m")]
    [InlineData("5M")]
    [InlineData("")]
    [InlineData("123456789s")]
    public void Schema_Duration_IsThatOfTheReader(string text) =>
        Assert.Equal(
            DurationText.Parse(text) is not null,
            Regex.IsMatch(text, Pattern("duration")));

    [Theory]
    [InlineData("https://example.org/a")]
    [InlineData("http://localhost:8080")]
    [InlineData("ftp://example.org")]
    [InlineData("example.org")]
    [InlineData("https:///a")]
    public void Schema_WebAddress_IsThatOfTheReader(string text) =>
        Assert.Equal(WebAddressText.Check(text) is null, Regex.IsMatch(text, Pattern("webAddress")));

    [Theory]
    [InlineData("duration")]
    [InlineData("webAddress")]
    [InlineData("emailAddress")]
    public void Schema_Variable_IsAllowed(string definition) => Assert.Matches(Pattern(definition), "${NAME}");

    private static IEnumerable<string?> Required(JsonElement schema) =>
        schema.TryGetProperty("required", out var keys) ? keys.EnumerateArray().Select(key => key.GetString()) : [];

    private static JsonElement Definition(string name) => Schema.GetProperty("definitions").GetProperty(name);

    private static string Pattern(string name) => Definition(name).GetProperty("pattern").GetString() ?? "";

    private static IEnumerable<string> Keys(JsonElement definition) =>
        definition.GetProperty("properties").EnumerateObject().Select(property => property.Name);

    private static IEnumerable<string?> Choices(string definition, string key) =>
        Definition(definition).GetProperty("properties").GetProperty(key).GetProperty("enum").EnumerateArray()
            .Select(word => word.GetString());
}
