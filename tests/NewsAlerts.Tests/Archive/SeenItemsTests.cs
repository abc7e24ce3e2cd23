using NewsAlerts.Archive;
using NewsAlerts.Feeds;

namespace NewsAlerts.Tests.Archive;

public class SeenItemsTests
{
    private static readonly DateTimeOffset Day0 = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Note_SameItemsAgain_NothingNewAndNothingToWrite()
    {
        var seen = new SeenItems();
        Assert.Equal([0, 1], Note(seen, "feed", Items("a", "b"), Day0).Select(fresh => fresh.Index));
        seen = SeenItems.Parse(seen.ToBytes());

        Assert.Empty(Note(seen, "feed", Items("a", "b"), Day0.AddHours(1)));
        Assert.False(seen.IsChanged);
    }

    [Fact]
    public void Note_SameItemInAnotherFeed_New()
    {
        var seen = new SeenItems();
        Note(seen, "one", Items("a"), Day0);

        Assert.Equal([0], Note(seen, "other", Items("a"), Day0).Select(fresh => fresh.Index));
    }

    [Fact]
    public void Note_ItemReturnsWithinThirtyDays_NotNew()
    {
        var seen = new SeenItems();
        Note(seen, "feed", Items("a", "b"), Day0);
        Note(seen, "feed", Items("b"), Day0.AddDays(29));

        Assert.Empty(Note(seen, "feed", Items("a", "b"), Day0.AddDays(30)));
    }

    [Fact]
    public void Note_ItemReturnsLongAfter_New()
    {
        var seen = new SeenItems();
        Note(seen, "feed", Items("a", "b"), Day0);
        Note(seen, "feed", Items("b"), Day0.AddDays(38));

        Assert.Equal([0], Note(seen, "feed", Items("a", "b"), Day0.AddDays(39)).Select(fresh => fresh.Index));
    }

    [Fact]
    public void Note_FeedThatDidNotChangeForMonths_StillKnowsItsItems()
    {
        var seen = new SeenItems();
        Note(seen, "quiet", Items("a"), Day0);
        Note(seen, "busy", Items("x"), Day0.AddDays(90));
        seen = SeenItems.Parse(seen.ToBytes());

        Assert.Equal([0], Note(seen, "quiet", Items("b", "a"), Day0.AddDays(91)).Select(fresh => fresh.Index));
    }

    [Fact]
    public void Note_ItemShownForMonths_NeverNewAgain()
    {
        var seen = new SeenItems();
        for (var day = 0; day < 200; day++)
        {
            var fresh = Note(seen, "feed", Items("a"), Day0.AddDays(day));
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
        Note(seen, "feed", [new Item { Guid = "1", Link = "https://quakes.example/latest", Title = "Quake 5.1 off the coast" }], Day0);
        seen = SeenItems.Parse(seen.ToBytes());

        var fresh = Note(seen, "feed", [new Item { Guid = "2", Link = "https://quakes.example/latest", Title = title }], Day0);

        Assert.Equal([new FreshItem(0, shared)], fresh);
    }

    [Fact]
    public void Note_SiteHasMoved_EqualTitlesAndDatesAreKnown()
    {
        var seen = new SeenItems();
        Note(seen, "feed", [Dated("1", "Ports open", 9), Dated("2", "Ports close", 10)], Day0);
        seen = SeenItems.Parse(seen.ToBytes());

        var moved = Note(seen, "feed", [Dated("a", "Ports shut", 12), Dated("b", "Ports close", 10), Dated("c", "Ports open", 9)], Day0);

        Assert.Equal([0], moved.Select(fresh => fresh.Index));
    }

    [Fact]
    public void Note_OneItemGetsAnotherGuidAndLink_KnownByTitleAndDate()
    {
        var seen = new SeenItems();
        Note(seen, "feed", [Dated(null, "Ports open", 9)], Day0);

        Assert.Empty(Note(seen, "feed", [Dated("b", "Ports open", 9)], Day0));
        Assert.Empty(Note(seen, "feed", [Dated("c", "Ports open", 9) with { Published = null, Updated = At(9) }], Day0.AddDays(30)));
        Assert.Empty(Note(seen, "feed", [Dated("d", "Ports open", 9)], Day0.AddDays(60)));
    }

    [Theory]
    [InlineData(false, 9, "Ports open")]
    [InlineData(true, 10, "Ports open")]
    [InlineData(true, 9, "Ports close")]
    public void Note_EqualTitleWithoutADateOrAnotherDateOrTitle_New(bool dated, int hour, string title)
    {
        var seen = new SeenItems();
        var before = Dated("a", "Ports open", 9);
        var after = Dated("b", title, hour);
        Note(seen, "feed", [dated ? before : before with { Published = null }], Day0);

        Assert.Single(Note(seen, "feed", [dated ? after : after with { Published = null }], Day0));
    }

    [Fact]
    public void Note_TwoAlikeBesideEachOther_BothNew()
    {
        var seen = new SeenItems();
        Note(seen, "feed", [Dated("a", "Ports open", 9)], Day0);

        Assert.Equal([1], Note(seen, "feed", [Dated("a", "Ports open", 9), Dated("b", "Ports open", 9)], Day0).Select(fresh => fresh.Index));
    }

    [Fact]
    public void KeepOnly_OtherFeeds_Forgotten()
    {
        var seen = new SeenItems();
        Note(seen, "one", Items("a"), Day0);
        Note(seen, "other", Items("a"), Day0);
        seen.KeepOnly(["one"]);

        Assert.Empty(Note(seen, "one", Items("a"), Day0));
        Assert.Equal([0], Note(seen, "other", Items("a"), Day0).Select(fresh => fresh.Index));
    }

    [Fact]
    public void Parse_HalfADocument_Throws()
    {
        var seen = new SeenItems();
        Note(seen, "feed", Items("a", "b"), Day0);
        var bytes = seen.ToBytes();

        Assert.Throws<InvalidDataException>(() => SeenItems.Parse(bytes.AsMemory(0, bytes.Length - 3)));
    }

    private static IReadOnlyList<FreshItem> Note(SeenItems seen, string feed, IReadOnlyList<Item> items, DateTimeOffset now) =>
        seen.Note(feed, items, ignoreGuids: false, now).Fresh;

    private static Item Dated(string? guid, string title, int hour) => new()
    {
        Guid = guid,
        Link = $"https://wire.example/{guid}/{title}",
        Title = title,
        Published = At(hour),
    };

    private static DateTimeOffset At(int hour) => new(2026, 3, 13, hour, 0, 0, TimeSpan.Zero);

    private static List<Item> Items(params string[] guids) => [.. guids.Select(guid => new Item { Guid = guid, Title = guid })];
}
