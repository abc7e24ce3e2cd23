using NewsAlerts.Rules;

namespace NewsAlerts.LibraryTests.Rules;

public class RuleMatcherChangeTests
{
    private static readonly ItemText Item = new("Lavrov meets Smith", "A treaty of friendship", "Президенты обсудили договор in Taipei 台湾");

    [Theory]
    [InlineData("lavrov smith")]
    [InlineData("\"meets smith\"")]
    [InlineData("\"treaty of friendship\"")]
    [InlineData("президенты")]
    [InlineData("friend*")]
    [InlineData("презид*")]
    [InlineData("meets NEAR/2 lavrov")]
    [InlineData("body:台湾 -seoul")]
    [InlineData("=Smith")]
    [InlineData("/t.eaty/")]
    public void With_NewRule_MatchesAndTellsWhere(string query)
    {
        var before = Compile("taipei", "nothing");

        var after = before.With(2, Queries.Parse(query));

        Assert.Equal([0], Matches(before));
        Assert.Equal([0, 2], Matches(after));
        Assert.Equal(Compile(query).Locate(0, Item), after.Locate(2, Item));
        Assert.NotEmpty(after.Locate(2, Item));
        Assert.Equal(3, after.Count);
    }

    [Fact]
    public void With_FieldThatNoRuleHadLookedAt_LooksAtIt()
    {
        var item = Item with { About = new() { Authors = ["Ada Lovelace"] } };
        var rules = new List<int>();

        Compile("nothing").With(1, Queries.Parse("author:lovelace")).Match(item, rules);

        Assert.Equal([1], rules);
    }

    [Fact]
    public void With_ChangedRule_MatchesOnlyAsItIsNow()
    {
        var matcher = Compile("taipei", "lavrov").With(1, Queries.Parse("seoul")).With(0, Queries.Parse("smith"));

        Assert.Equal([0], Matches(matcher));
        Assert.Equal([1], Matches(matcher.With(1, Queries.Parse("taipei")).With(0, Queries.Parse("lavrov NOT smith"))));
        Assert.Empty(matcher.Locate(1, Item));
    }

    [Fact]
    public void With_RemovedRule_MatchesNothing()
    {
        var matcher = Compile("taipei", "lavrov").With(2, Queries.Parse("smith"));

        Assert.Equal([0, 2], Matches(matcher.With(1, null)));
        Assert.Equal([0, 1], Matches(matcher.With(2, null)));
        Assert.Empty(matcher.With(1, null).Locate(1, Item));
        Assert.Equal([0, 1, 2], Matches(matcher));
    }

    [Fact]
    public void With_NumberBeyondCount_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Compile("taipei").With(2, null));

    [Fact]
    public async Task With_WhileItemsAreMatched_DisturbsNoMatching()
    {
        var matcher = Compile([.. Enumerable.Range(0, 100).Select(rule => $"w{rule}* OR lavrov")]);
        var expected = Matches(matcher);
        using var stop = new CancellationTokenSource();
        var matching = Task.Run(
            () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    Assert.Equal(expected, Matches(matcher));
                }
            },
            TestContext.Current.CancellationToken);

        var changed = matcher;
        for (var i = 0; i < 2_000; i++)
        {
            changed = changed.With(i % 100, Queries.Parse($"new{i} OR s{i}* OR smith"));
            Assert.Equal(expected, Matches(changed));
        }

        await stop.CancelAsync();
        await matching;
    }

    private static RuleMatcher Compile(params string[] queries) => RuleMatcher.Compile(queries.Select(Queries.Parse));

    private static List<int> Matches(RuleMatcher matcher)
    {
        var rules = new List<int>();
        matcher.Match(Item, rules);
        return rules;
    }
}
