using NewsAlerts.Feeds;

namespace NewsAlerts.LibraryTests.Feeds;

/// <summary>Identities are stored for months: these values must never change.</summary>
public sealed class ItemIdTests
{
    private static readonly DateTimeOffset Morning = new(2025, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_Guid_IsTheGuidsWhateverElseChanges()
    {
        Assert.Equal("d5c7852bd0b4cc8f22b91e13c38fdb34", ItemId.Of(new Item { Guid = "wire-1", Title = "Old", Link = "https://wire.example/old" }));
        Assert.Equal("d5c7852bd0b4cc8f22b91e13c38fdb34", ItemId.Of(new Item { Guid = "wire-1", Title = "New", Link = "https://wire.example/new" }));
    }

    [Fact]
    public void Of_LinkWithoutGuid_IsTheLinks()
    {
        Assert.Equal("1a278b4683eceda35798444c0a6993ae", ItemId.Of(new Item { Link = "https://wire.example/1", Title = "Old", Published = Morning }));
        Assert.Equal("1a278b4683eceda35798444c0a6993ae", ItemId.Of(new Item { Link = "https://wire.example/1", Title = "New" }));
    }

    [Fact]
    public void Of_TitleOnly_IsTitleAndTime()
    {
        Assert.Equal("e2c0bb606873ca561ef64b500d020a5f", ItemId.Of(new Item { Title = "Tide table", Published = Morning, Summary = "Old" }));
        Assert.Equal("e2c0bb606873ca561ef64b500d020a5f", ItemId.Of(new Item { Title = "Tide table", Published = Morning.ToOffset(TimeSpan.FromHours(9)) }));
        Assert.Equal("7701f891a2adc48760b5f46abe44b4bb", ItemId.Of(new Item { Title = "Tide table" }));
    }

    [Fact]
    public void Of_NeitherGuidLinkNorTitle_IsTextAndTime()
    {
        Assert.Equal("27a22d54d31d403ddd86ecb4cc2a1ded", ItemId.Of(new Item { Summary = "High water at noon", Published = Morning }));
        Assert.Equal("27a22d54d31d403ddd86ecb4cc2a1ded", ItemId.Of(new Item { Content = "High water at noon", Published = Morning }));
    }

    [Fact]
    public void Of_SameTextOfAnotherKind_IsAnotherItem()
    {
        Assert.NotEqual(
            ItemId.Of(new Item { Guid = "https://wire.example/1" }), ItemId.Of(new Item { Link = "https://wire.example/1" }));
    }

    [Fact]
    public void Of_NothingAtAll_IsStable()
    {
        Assert.Equal("4400e6c7209de31f44158aeef6129589", ItemId.Of(new Item()));
    }
}
