using System.Text.RegularExpressions;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Parsing;
using NewsAlerts.Tests.Configuration;

namespace NewsAlerts.LibraryTests.Rules;

/// <summary>Holds what the README promises of rules: for each of its examples an item that is found and one that is not.</summary>
public partial class ReadmeRulesTests
{
    private static readonly Dictionary<string, (ItemText Found, ItemText NotFound)> Items = new()
    {
        ["Lavrov Taiwan"] = (Text("Taiwan: what Lavrov said"), Text("Lavrov in Tokyo")),
        ["Lavrov AND Taiwan"] = (new("Taiwan", "Talks in Moscow", "Lavrov spoke."), Text("Taiwan votes")),
        ["cholera OR mpox"] = (Text("Mpox spreads"), Text("Measles spreads")),
        ["jaguar NOT car"] = (Text("A jaguar in the forest"), Text("Jaguar shows its car")),
        ["jaguar -car"] = (Text("A jaguar in the forest"), Text("Jaguar shows its car")),
        ["(Lavrov OR Wang) AND Taiwan"] = (Text("Wang on Taiwan"), Text("Lavrov and Wang meet")),
        ["\"foreign minister\""] = (Text("The Foreign Minister speaks"), Text("The minister for foreign trade")),
        ["\"foreign minister\"~3"] = (Text("The foreign and trade policy minister"), Text("The minister is foreign")),
        ["strike NEAR/5 port"] = (Text("Port closed by a long strike"), Text("Strike at the post office, says a man who was at the port")),
        ["semiconduct*"] = (Text("Semiconductors are scarce"), Text("Conductors are scarce")),
        ["organi?ation"] = (Text("The Organisation met"), Text("Reorganization")),
        ["=US"] = (Text("The US agrees"), Text("It affects us")),
        ["=\"New York\""] = (Text("In New York"), Text("a new york")),
        ["/Airbus A3[0-9]0/"] = (Text("An Airbus A350 lands"), Text("An airbus A350 lands")),
        ["title:/^breaking/i"] = (Text("BREAKING: snow"), Text("Record-breaking snow")),
        ["name:\"Sergei Lavrov\""] = (Text("Außenminister Sergej Lawrow in Peking"), Text("Anna Lavrova in Peking")),
        ["title:Taiwan"] = (Text("Taiwan votes"), new("Vote", "In Taiwan", "Taiwan")),
        ["summary:Taiwan"] = (new("Vote", "In Taiwan", null), new("Taiwan", "Vote", "Taiwan")),
        ["body:Taiwan"] = (new("Vote", null, "In Taiwan"), Text("Taiwan votes")),
        ["title:(Taiwan OR Taipei)"] = (Text("In Taipei"), new("Vote", null, "In Taipei")),
        ["title:\"South China Sea\""] = (Text("The South China Sea"), Text("The sea of South China")),
        ["author:\"Ada Lovelace\""] = (About(new() { Authors = ["Grace Hopper", "Ada Lovelace"] }), About(new() { Authors = ["Ada", "Lovelace"] })),
        ["feed:asia"] = (About(new() { FeedLabels = ["World wire", "asia"] }), About(new() { FeedLabels = ["World wire"] })),
        ["feed:\"World wire\""] = (About(new() { FeedLabels = ["World wire", "asia"] }), About(new() { FeedLabels = ["World"] })),
        ["site:example.org"] = (About(new() { Link = "https://news.example.org/1" }), About(new() { Link = "https://example.org.example/1" })),
        ["link:politics"] = (About(new() { Link = "https://example.org/politics/1" }), About(new() { Link = "https://example.org/sport/1" })),
        ["category:football"] = (About(new() { Categories = ["Sport", "Football"] }), Text("Football")),
        ["lang:en"] = (About(new() { Language = "en-GB" }), About(new() { Language = "de" })),
        ["台湾"] = (Text("台湾海峡"), Text("湾岸の台所")),
        ["กรุงเทพ"] = (Text("ข่าวกรุงเทพมหานคร"), Text("กรุงโรม")),
        ["Orban"] = (Text("Viktor Orbán"), Text("Urban life")),
        ["Walesa"] = (Text("Lech Wałęsa"), Text("Wales")),
        ["CO2"] = (Text("Der CO₂-Preis"), Text("CO 3")),
        ["feed:World*"] = (About(new() { FeedLabels = ["World wire"] }), About(new() { FeedLabels = ["The world"] })),
    };

    public static TheoryData<string> Examples() => new(Read());

    [Theory]
    [MemberData(nameof(Examples))]
    public void Match_ExampleOfTheReadme_FindsWhatItSays(string query)
    {
        Assert.True(Items.TryGetValue(query, out var items), $"The README shows {query}: say here what it finds.");
        var matcher = RuleMatcher.Compile([Queries.Parse(query)]);

        Assert.True(Matches(matcher, items.Found), "It finds what it should.");
        Assert.False(Matches(matcher, items.NotFound), "It does not find what it should not.");
    }

    [Fact]
    public void Readme_Examples_AreAllThere() => Assert.Superset(Items.Keys.Except(["Orban", "Walesa", "CO2", "feed:World*"]).ToHashSet(), Read().ToHashSet());

    [Fact]
    public void Readme_Grammar_NamesEveryField()
    {
        var fields = FieldsOfGrammar().Match(RepositoryFile.Read("README.md")).Groups["field"].Captures.Select(field => field.Value);

        Assert.Equal(Enum.GetValues<TextField>().Select(QueryFields.NameOf), fields);
    }

    /// <summary>The queries in the first column of the chapter's table.</summary>
    private static IEnumerable<string> Read() =>
        RepositoryFile.Read("README.md").Split('\n')
            .SkipWhile(line => line != "## Write rules")
            .SkipWhile(line => !line.StartsWith('|')).Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .SelectMany(line => Code().Matches(line.Split('|')[1]).Select(code => code.Groups[1].Value))
            .Concat(["Orban", "Walesa", "CO2", "feed:World*"]);

    private static bool Matches(RuleMatcher matcher, ItemText item)
    {
        var rules = new List<int>();
        matcher.Match(item, rules);
        return rules.Count > 0;
    }

    private static ItemText Text(string title) => new(title, null, null);

    private static ItemText About(ItemAbout about) => Text("News") with { About = about };

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("""field   = ("(?<field>[a-z]+)"[ |;]*)+""")]
    private static partial Regex FieldsOfGrammar();
}
