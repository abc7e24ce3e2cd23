using NewsAlerts.Rules;
using NewsAlerts.Rules.Parsing;

namespace NewsAlerts.LibraryTests.Rules;

public class RuleMatcherTests
{
    private static readonly ItemText Item = new(
        "Lavrov: Moscow backs Beijing over Taïwan",
        "The minister spoke to the state agency.",
        "台湾海峡。 Lavrov’s words on Japan’s militarization were read in Taipei and in Tokyo.");

    [Theory]
    [InlineData("lavrov taiwan", true)]
    [InlineData("Lavrov NOT Taiwan", false)]
    [InlineData("Lavrov NOT Seoul", true)]
    [InlineData("Seoul OR Tokyo", true)]
    [InlineData("militari*", true)]
    [InlineData("militarization*", true)]
    [InlineData("militarizations*", false)]
    [InlineData("\"state agency\"", true)]
    [InlineData("\"agency state\"", false)]
    [InlineData("\"over Taiwan The\"", false)]
    [InlineData("台湾", true)]
    [InlineData("湾台", false)]
    [InlineData("\"Lavrov's words\"", true)]
    [InlineData("title:Lavrov", true)]
    [InlineData("title:minister", false)]
    [InlineData("title:(Lavrov minister)", false)]
    [InlineData("title:Lavrov summary:minister body:taipei", true)]
    [InlineData("body:milit*", true)]
    [InlineData("title:milit*", false)]
    [InlineData("Lavrov -title:Tokyo", true)]
    [InlineData("taipei NEAR/3 tokyo", true)]
    [InlineData("tokyo NEAR/2 taipei", false)]
    [InlineData("Taiwan NEAR/99 minister", false)]
    [InlineData("\"moscow backs\" NEAR/2 (taiwan OR over)", true)]
    [InlineData("milit* NEAR/2 read", true)]
    [InlineData("in NEAR/5 in", true)]
    [InlineData("minister NEAR/5 minister", false)]
    public void Match_Query_Decides(string query, bool matches)
    {
        var rules = new List<int> { 7 };
        RuleMatcher.Compile([Queries.Parse("nothing"), Queries.Parse(query)]).Match(Item, rules);

        Assert.Equal(matches ? [1] : [], rules);
    }

    [Theory]
    [InlineData("taiwan", "0 Taïwan")]
    [InlineData("Lavrov", "0 Lavrov|2 Lavrov")]
    [InlineData("title:Lavrov", "0 Lavrov")]
    [InlineData("Lavrov NOT Seoul", "0 Lavrov|2 Lavrov")]
    [InlineData("Lavrov OR Seoul OR (Tokyo Seoul)", "0 Lavrov|2 Lavrov")]
    [InlineData("t*", "0 Taïwan|1 The|1 to|1 the|2 Taipei|2 Tokyo")]
    [InlineData("台湾", "2 台湾")]
    [InlineData("\"state agency\" OR agency", "1 state agency")]
    [InlineData("\"Lavrov's words\"", "2 Lavrov’s words")]
    [InlineData("in NEAR/3 taipei", "2 in|2 Taipei|2 in")]
    [InlineData("in NEAR/1 taipei", "2 in|2 Taipei")]
    [InlineData("Seoul", "")]
    public void Locate_Rule_TellsTheWordsThatMadeItMatch(string query, string places)
    {
        var found = RuleMatcher.Compile([Queries.Parse(query)]).Locate(0, Item);

        Assert.Equal(places, string.Join('|', found.Select(place => $"{(int)place.Field} {Item[place.Field].Substring(place.Start, place.Length)}")));
    }

    [Fact]
    public void Match_NothingCompiled_MatchesNothing()
    {
        var rules = new List<int>();
        RuleMatcher.Compile([]).Match(Item, rules);

        Assert.Empty(rules);
    }

    [Fact]
    public void Match_ItemWithoutText_MatchesNothing()
    {
        var rules = new List<int>();
        RuleMatcher.Compile([Queries.Parse("a*")]).Match(default, rules);

        Assert.Empty(rules);
    }

    [Fact]
    public async Task Match_ItemThatMatchesNothing_AllocatesNothing()
    {
        string[] queries = ["Lavrov Seoul", "xy*", "taipei NEAR/1 (moscow OR tokyo)", "\"agency state\""];
        var matcher = RuleMatcher.Compile(queries.Select(Queries.Parse));
        var rules = new List<int>();

        Assert.Equal(0, await Allocations.OfAsync(() => matcher.Match(Item, rules)));
        Assert.Empty(rules);
    }

    [Fact]
    public void Compile_DeepestAndWidestQueries_TakesNoTime()
    {
        var deep = string.Concat(Enumerable.Range(0, QueryParser.DeepestNesting).Select(level => $"a{level} {(level % 2 == 0 ? "AND" : "OR")} ("))
            + "b" + new string(')', QueryParser.DeepestNesting);
        var wide = string.Join(" OR ", Enumerable.Range(0, 100_000).Select(word => $"w{word}"));
        var rules = new List<int>();

        RuleMatcher.Compile([Queries.Parse(deep), Queries.Parse(wide)]).Match(new("a0 a1 w77", null, null), rules);

        Assert.Equal([0, 1], rules);
    }

    [Fact]
    public void Match_FromManyThreads_AgreesWithOne()
    {
        var matcher = RuleMatcher.Compile([.. Enumerable.Range(0, 200).Select(rule => Queries.Parse($"word{rule} NEAR/5 x{rule % 7} OR word{rule}a*"))]);
        var items = Enumerable.Range(0, 500).Select(item => new ItemText($"word{item} z x{item % 7}", null, $"word{item / 2}ab {item}")).ToArray();
        var expected = items.Select(item => Matches(matcher, item)).ToArray();

        var actual = items.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(item => Matches(matcher, item)).ToArray();

        Assert.Equal(expected, actual);
        Assert.Contains(expected, matched => matched.Length > 0);
    }

    private static string Matches(RuleMatcher matcher, ItemText item)
    {
        var rules = new List<int>();
        matcher.Match(item, rules);
        return string.Join(',', rules);
    }
}
