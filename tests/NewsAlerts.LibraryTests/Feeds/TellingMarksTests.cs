using NewsAlerts.Feeds;

namespace NewsAlerts.LibraryTests.Feeds;

/// <summary>The fallbacks are stored for months, too: what they are made from never changes.</summary>
public class TellingMarksTests
{
    private static readonly DateTimeOffset Morning = new(2025, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void IdOf_GuidThatTells_LiteralValue() =>
        Assert.Equal(["d5c7852bd0b4cc8f22b91e13c38fdb34"], Ids(ignoreGuids: false, new Item { Guid = "wire-1", Link = "https://wire.example/1" }));

    [Fact]
    public void IdOf_GuidThatTellsNothing_OfTheLink() =>
        Assert.Equal(["1a278b4683eceda35798444c0a6993ae"], Ids(ignoreGuids: true, new Item { Guid = "x", Link = "https://wire.example/1" }));

    [Fact]
    public void IdOf_GuidAndLinkThatTellNothing_OfTitleAndTime() =>
        Assert.Equal("e2c0bb606873ca561ef64b500d020a5f", Ids(
            ignoreGuids: true,
            new Item { Guid = "x", Link = "https://wire.example/", Title = "Tide table", Published = Morning },
            new Item { Guid = "y", Link = "https://wire.example/", Title = "Weather", Published = Morning })[0]);

    [Fact]
    public void IdOf_TwoVersionsOfAnEntry_TheSame() =>
        Assert.Single(Ids(
            ignoreGuids: false,
            new Item { Guid = "tag:1", Link = "https://wire.example/1", Title = "Draft" },
            new Item { Guid = "tag:1", Link = "https://wire.example/1", Title = "Final" },
            new Item { Guid = "tag:2", Link = "https://wire.example/2", Title = "Draft" },
            new Item { Guid = "tag:3", Link = "https://wire.example/3", Title = "Other" }).Take(2).Distinct());

    [Fact]
    public void IdOf_LinkKnownToBeShared_NotOfTheLink() => Assert.NotEqual(
        ItemId.OfLink("https://wire.example/"),
        new TellingMarks([new Item { Link = "https://wire.example/", Title = "One" }], ignoreGuids: false, _ => true)
            .IdOf(new Item { Link = "https://wire.example/", Title = "One" }));

    private static List<string> Ids(bool ignoreGuids, params Item[] items) =>
        [.. items.Select(new TellingMarks(items, ignoreGuids, _ => false).IdOf)];
}
