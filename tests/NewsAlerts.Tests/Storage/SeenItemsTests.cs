using NewsAlerts.Items;
using NewsAlerts.Storage;

namespace NewsAlerts.Tests.Storage;

public class SeenItemsTests
{
    private static readonly DateTimeOffset Day0 = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Note_SameItemsAgain_NothingNewAndNothingToWrite()
    {
        var seen = new SeenItems();
        Assert.Equal([0, 1], seen.Note("feed", Items("a", "b"), Day0).Select(fresh => fresh.Index));
        seen = SeenItems.Parse(seen.ToBytes());

        Assert.Empty(seen.Note("feed", Items("a", "b"), Day0.AddHours(1)));
        Assert.False(seen.IsChanged);
    }

    [Fact]
    public void Note_SameItemInAnotherFeed_New()
    {
        var seen = new SeenItems();
        seen.Note("one", Items("a"), Day0);

        Assert.Equal([0], seen.Note("other", Items("a"), Day0).Select(fresh => fresh.Index));
    }

    [Fact]
    public void Note_ItemReturnsWithinThirtyDays_NotNew()
    {
        var seen = new SeenItems();
        seen.Note("feed", Items("a", "b"), Day0);
        seen.Note("feed", Items("b"), Day0.AddDays(29));

        Assert.Empty(seen.Note("feed", Items("a", "b"), Day0.AddDays(30)));
    }

    [Fact]
    public void Note_ItemReturnsLongAfter_New()
    {
        var seen = new SeenItems();
        seen.Note("feed", Items("a", "b"), Day0);
        seen.Note("feed", Items("b"), Day0.AddDays(38));

        Assert.Equal([0], seen.Note("feed", Items("a", "b"), Day0.AddDays(39)).Select(fresh => fresh.Index));
    }

    [Fact]
    public void Note_FeedThatDidNotChangeForMonths_StillKnowsItsItems()
    {
        var seen = new SeenItems();
        seen.Note("quiet", Items("a"), Day0);
        seen.Note("busy", Items("x"), Day0.AddDays(90));
        seen = SeenItems.Parse(seen.ToBytes());

        Assert.Equal([0], seen.Note("quiet", Items("b", "a"), Day0.AddDays(91)).Select(fresh => fresh.Index));
    }

    [Fact]
    public void Note_ItemShownForMonths_NeverNewAgain()
    {
        var seen = new SeenItems();
        for (var day = 0; day < 200; day++)
        {
            var fresh = seen.Note("feed", Items("a"), Day0.AddDays(day));
            Assert.Equal(day == 0 ? 1 : 0, fresh.Count);
            if (seen.IsChanged)
            {
                seen = SeenItems.Parse(seen.ToBytes());
            }
        }
    }

    [Theory]
    [InlineData("Quake 7.9 off the coast", true)]
    [InlineData("Quake 5.1 off the coast", false)]
    public void Note_LinkSeenWithAnotherItem_SharedWhereTheTitleIsAnother(string title, bool shared)
    {
        var seen = new SeenItems();
        seen.Note("feed", [new Item { Guid = "1", Link = "https://quakes.example/latest", Title = "Quake 5.1 off the coast" }], Day0);
        seen = SeenItems.Parse(seen.ToBytes());

        var fresh = seen.Note("feed", [new Item { Guid = "2", Link = "https://quakes.example/latest", Title = title }], Day0);

        Assert.Equal([new FreshItem(0, shared)], fresh);
    }

    [Fact]
    public void KeepOnly_OtherFeeds_Forgotten()
    {
        var seen = new SeenItems();
        seen.Note("one", Items("a"), Day0);
        seen.Note("other", Items("a"), Day0);
        seen.KeepOnly(["one"]);

        Assert.Empty(seen.Note("one", Items("a"), Day0));
        Assert.Equal([0], seen.Note("other", Items("a"), Day0).Select(fresh => fresh.Index));
    }

    [Fact]
    public void Parse_HalfADocument_Throws()
    {
        var seen = new SeenItems();
        seen.Note("feed", Items("a", "b"), Day0);
        var bytes = seen.ToBytes();

        Assert.Throws<InvalidDataException>(() => SeenItems.Parse(bytes.AsMemory(0, bytes.Length - 3)));
    }

    private static List<Item> Items(params string[] guids) => [.. guids.Select(guid => new Item { Guid = guid, Title = guid })];
}
