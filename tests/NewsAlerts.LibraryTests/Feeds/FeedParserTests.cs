using System.Text;
using System.Text.Json.Nodes;
using NewsAlerts.Feeds;

namespace NewsAlerts.LibraryTests.Feeds;

public sealed class FeedParserTests
{
    public static TheoryData<string> Fixtures() => new(FeedFixture.Names());

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Parse_Fixture_StatesItsFact(string name)
    {
        var fixture = FeedFixture.Read(name);

        var actual = FeedFixture.Describe(FeedParser.Parse(fixture.Bytes, fixture.Source));

        Assert.Empty(Differences("", fixture.Expected, actual));
    }

    [Fact]
    public void Fixtures_OneForEachFact_AreAllThere()
    {
        Assert.True(FeedFixture.Names().Count() >= 120);
    }

    [Theory]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><entry xml:lang='de-CH'><title>a</title></entry></feed>", "de-CH")]
    [InlineData("<rss version='2.0'><channel><item><title>a</title><dc:language xmlns:dc='http://purl.org/dc/elements/1.1/'>ja</dc:language></item></channel></rss>", "ja")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"t\",\"items\":[{\"id\":\"1\",\"language\":\"fr\"}]}", "fr")]
    [InlineData("<rss version='2.0'><channel><language>en</language><item><title>a</title></item></channel></rss>", null)]
    public void Parse_ItemStatesItsLanguage_IsKept(string text, string? language)
    {
        var feed = FeedParser.Parse(Encoding.UTF8.GetBytes(text), new FeedSource()).Document;

        Assert.Equal(language, feed?.Items[0].Language);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    public void Parse_Empty_SaysSo(string text)
    {
        Assert.Equal("The document is empty.", FeedParser.Parse(Encoding.UTF8.GetBytes(text), new FeedSource()).Error);
    }

    [Fact]
    public void Parse_PlainText_SaysSo()
    {
        var result = FeedParser.Parse("Service unavailable"u8.ToArray(), new FeedSource());

        Assert.Equal("The document is text, neither XML nor JSON.", result.Error);
    }

    private static IEnumerable<string> Differences(string path, JsonNode? expected, JsonNode? actual) => (expected, actual) switch
    {
        (JsonObject fields, JsonObject values) =>
            fields.SelectMany(field => Differences($"{path}/{field.Key}", field.Value, values[field.Key])),
        (JsonArray list, JsonArray values) when list.Count == values.Count =>
            list.Zip(values).SelectMany((pair, index) => Differences($"{path}/{index}", pair.First, pair.Second)),
        _ when path == "/error" && $"{actual}".Contains($"{expected}", StringComparison.Ordinal) => [],
        _ when JsonNode.DeepEquals(expected, actual) => [],
        _ => [$"{path}: expected {expected?.ToJsonString()}, got {actual?.ToJsonString()}"],
    };
}
