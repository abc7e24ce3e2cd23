using System.Collections;
using NewsAlerts.Rules;

namespace NewsAlerts.LibraryTests.Rules;

/// <summary>All matchers of a thread write to the same memory, one after the other.</summary>
public class RuleMatcherRoomTests
{
    private const int Megabyte = 1 << 20;

    private static readonly ItemText Short = new("Lavrov in Taipei", null, null) { About = new() { Authors = ["Ada Lovelace"] } };

    [Fact]
    public void Match_ByFewRulesThenManyThenFew_FindsTheSame()
    {
        var few = Compile("taipei lavrov");
        var many = Compile([.. Enumerable.Range(0, 100_000).Select(rule => $"word{rule}"), "lavrov", "in*"]);

        Assert.Equal([0], Matches(few, Short));
        Assert.Equal([100_000, 100_001], Matches(many, Short));
        Assert.Equal([0], Matches(few, Short));
        Assert.Equal([0, 1], Matches(few.With(1, Queries.Parse("author:ada")), Short));
    }

    [Fact]
    public void Match_WhileAnotherMatches_DoesNotDisturbIt()
    {
        var (outer, inner) = (Compile("lavrov author:ada"), Compile("seoul", "taipei"));
        var authors = new Authors(() => Assert.Equal([1], Matches(inner, Short)));

        Assert.Equal([0], Matches(outer, Short with { About = new() { Authors = authors } }));
        Assert.NotEmpty(outer.Locate(0, Short with { About = new() { Authors = authors } }));
    }

    [Fact]
    public void Match_AfterAnException_FindsNothingOfTheItemBefore()
    {
        var matcher = Compile("lavrov", "seoul OR author:ada");
        var authors = new Authors(() => throw new InvalidOperationException());

        Assert.Throws<InvalidOperationException>(() => Matches(matcher, Short with { About = new() { Authors = authors } }));

        Assert.Equal([1], Matches(matcher, new("Seoul", null, null)));
    }

    [Fact]
    public void Match_MoreCategoriesThanAnyItemHas_NeedsLittleRoom()
    {
        var matcher = Compile("category:last", "category:\"a a\"", "category:\"a b\"");
        var item = new ItemText("x", null, null) { About = new() { Categories = [.. Enumerable.Repeat("a", 100_000), "last", "a b"] } };
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal([0, 2], Matches(matcher, item));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 * Megabyte);
    }

    [Theory]
    [InlineData(2 * Megabyte, 0, 0)]
    [InlineData(0, Megabyte, 1)]
    [InlineData(0, 1, 2 * Megabyte)]
    [InlineData(0, 1_000, 20_000)]
    public void Match_VeryLongItem_KeepsNoRoomForIt(int characters, int categories, int charactersOfEach)
    {
        var matcher = Compile("category:seoul");
        string[] names = [.. Enumerable.Repeat(new string('a', charactersOfEach), categories)];
        var item = new ItemText(null, null, new('a', characters)) { About = new() { Categories = names } };
        Matches(matcher, Short);
        var rules = new List<int>();

        Assert.Equal(0, AllocatedBy(() => matcher.Match(Short, rules)));
        matcher.Match(item, rules);
        Assert.NotEqual(0, AllocatedBy(() => matcher.Match(Short, rules)));
    }

    private static long AllocatedBy(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static RuleMatcher Compile(params string[] queries) => RuleMatcher.Compile(queries.Select(Queries.Parse));

    private static List<int> Matches(RuleMatcher matcher, ItemText item)
    {
        var rules = new List<int>();
        matcher.Match(item, rules);
        return rules;
    }

    /// <summary>One author; something happens whenever it is read.</summary>
    private sealed class Authors(Action whenRead) : IReadOnlyList<string>
    {
        public int Count => 1;

        public string this[int index]
        {
            get
            {
                whenRead();
                return "Ada";
            }
        }

        public IEnumerator<string> GetEnumerator() => Enumerable.Repeat(this[0], 1).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
