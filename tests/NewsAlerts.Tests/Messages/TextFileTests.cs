using System.Text.Json;
using System.Text.RegularExpressions;
using NewsAlerts.Messages.Texts;
using NewsAlerts.Tests.Configuration;

namespace NewsAlerts.Tests.Messages;

/// <summary>The files that translators edit: each has every text, and each text the values that the English one has.</summary>
public partial class TextFileTests
{
    // What only some languages need.
    private static readonly string[] Optional = ["firstDay", "direction"];

    public static TheoryData<string, string> Files =>
        [.. from folder in (string[])["src/NewsAlerts/Messages/Texts", "src/NewsAlerts.Web/Pages/Texts"]
            from language in Languages.All.Skip(1)
            select (folder, language.Tag)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Language_HasTheTextsThatEnglishHas(string folder, string tag)
    {
        var (english, other) = (Read(folder, "en"), Read(folder, tag));

        Assert.Equal(english.Keys.Except(Optional).Order(), other.Keys.Except(Optional).Order());
        Assert.All(english.Where(text => other.ContainsKey(text.Key)), text => Assert.Equal(Values(text.Value), Values(other[text.Key])));
    }

    [Theory]
    [InlineData("en", 0, "these 0 new items")]
    [InlineData("en", 1, "this new item")]
    [InlineData("en", 2, "these 2 new items")]
    [InlineData("fr", 0, "ce nouvel article")]
    [InlineData("fr", 1, "ce nouvel article")]
    [InlineData("fr", 2, "ces 2 nouveaux articles")]
    public void TheseItems_OfSoMany_AgreeWithTheNumber(string tag, int count, string expected) =>
        Assert.Equal(expected, Languages.Of(tag).TheseItems(count));

    // What a value says is no text of ours, even where it looks like a place for one.
    [Fact]
    public void Text_ValueThatLooksLikeAPlace_StaysAsItIs() =>
        Assert.Equal("{{text}}: b", Languages.English.Labelled("{{text}}", "b"));

    private static Dictionary<string, JsonElement> Read(string folder, string tag)
    {
        using var document = JsonDocument.Parse(RepositoryFile.Read($"{folder}/{tag}.json"));
        return document.RootElement.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.Clone());
    }

    private static IEnumerable<string> Values(JsonElement text) =>
        Hole().Matches(text.GetRawText()).Select(hole => hole.Value).Where(hole => hole != "{{count}}").Order();

    [GeneratedRegex(@"\{\{\w+\}\}")]
    private static partial Regex Hole();
}
