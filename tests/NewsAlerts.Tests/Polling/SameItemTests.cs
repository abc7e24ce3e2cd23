using NewsAlerts.Monitoring;
using NewsAlerts.Polling;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Polling;

/// <summary>What is the same item and what is another one: a policy each, from what readers complain of.</summary>
public class SameItemTests
{
    [Fact]
    public async Task Retitled_SameGuid_NotToldAgain() => Assert.Equal(
        ["Taiwan votes"],
        await ToldAsync(
            [Rss("Taiwan votes", "https://n.example/votes", "1", "Early counts")],
            [Rss("Taiwan has voted: all results", "https://n.example/votes", "1", "Early counts")]));

    [Fact]
    public async Task Retitled_LinkAlone_NotToldAgain() => Assert.Equal(
        ["Taiwan votes"],
        await ToldAsync([Rss("Taiwan votes", "https://n.example/votes")], [Rss("Taiwan has voted", "https://n.example/votes")]));

    [Fact]
    public async Task TextEdited_NeitherGuidNorLink_NotToldAgain() => Assert.Equal(
        ["Taiwan votes"],
        await ToldAsync([Rss("Taiwan votes", text: "Counting has begun")], [Rss("Taiwan votes", text: "Counting is over")]));

    [Fact]
    public async Task LinkGetsOtherTracking_NoGuid_NotToldAgain() => Assert.Equal(
        ["Taiwan votes"],
        await ToldAsync([Rss("Taiwan votes", "https://n.example/votes?utm_id=1")], [Rss("Taiwan has voted", "https://n.example/votes?utm_id=2")]));

    [Fact]
    public async Task SharedLink_NoGuids_EachIsTold() => Assert.Equal(
        ["Taiwan votes", "Taiwan quake"],
        await ToldAsync([Rss("Taiwan votes", "https://n.example/"), Rss("Taiwan quake", "https://n.example/")]));

    [Fact]
    public async Task SharedLink_OthersJoin_OnlyTheyAreTold() => Assert.Equal(
        ["Taiwan votes", "Taiwan quake", "Taiwan storm"],
        await ToldAsync(
            [Rss("Taiwan votes", "https://n.example/")],
            [Rss("Taiwan quake", "https://n.example/"), Rss("Taiwan votes", "https://n.example/")],
            [Rss("Taiwan storm", "https://n.example/")]));

    [Fact]
    public async Task SharedLink_Guids_EachIsTold() => Assert.Equal(
        ["Taiwan votes", "Taiwan quake"],
        await ToldAsync([Rss("Taiwan votes", "https://n.example/live", "1"), Rss("Taiwan quake", "https://n.example/live", "2")]));

    [Fact]
    public async Task FreshGuids_EachPoll_OnlyNewLinksAreTold() => Assert.Equal(
        ["Taiwan votes", "Taiwan quake", "Taiwan storm"],
        await ToldAsync(
            [Rss("Taiwan votes", "https://n.example/1", "a1"), Rss("Taiwan quake", "https://n.example/2", "a2")],
            [Rss("Taiwan votes", "https://n.example/1", "b1"), Rss("Taiwan quake", "https://n.example/2", "b2")],
            [Rss("Taiwan storm", "https://n.example/3", "c3"), Rss("Taiwan has voted", "https://n.example/1", "c1"), Rss("Taiwan quake", "https://n.example/2", "c2")]));

    [Fact]
    public async Task FreshGuids_NoLinks_OnlyNewTitlesAreTold() => Assert.Equal(
        ["Taiwan votes", "Taiwan quake", "Taiwan storm"],
        await ToldAsync(
            [Rss("Taiwan votes", guid: "a1"), Rss("Taiwan quake", guid: "a2")],
            [Rss("Taiwan votes", guid: "b1"), Rss("Taiwan quake", guid: "b2")],
            [Rss("Taiwan storm", guid: "c3"), Rss("Taiwan votes", guid: "c1"), Rss("Taiwan quake", guid: "c2")]));

    [Fact]
    public async Task OneGuidForAll_Links_EachIsToldOnce() => Assert.Equal(
        ["Taiwan votes", "Taiwan quake", "Taiwan storm"],
        await ToldAsync(
            [Rss("Taiwan votes", "https://n.example/1", "feed")],
            [Rss("Taiwan quake", "https://n.example/2", "feed"), Rss("Taiwan votes", "https://n.example/1", "feed")],
            [Rss("Taiwan storm", "https://n.example/3", "feed")]));

    [Fact]
    public async Task OneGuidForAll_NoLinks_EachIsToldOnce() => Assert.Equal(
        ["Taiwan votes", "Taiwan quake", "Taiwan storm"],
        await ToldAsync(
            [Rss("Taiwan votes", guid: "feed"), Rss("Taiwan quake", guid: "feed")],
            [Rss("Taiwan storm", guid: "feed"), Rss("Taiwan votes", guid: "feed"), Rss("Taiwan quake", guid: "feed")]));

    [Fact]
    public async Task OneGuidForAll_OneLinkForAll_EachIsToldOnce() => Assert.Equal(
        ["Taiwan votes", "Taiwan quake", "Taiwan storm"],
        await ToldAsync(
            [Rss("Taiwan votes", "https://n.example/", "https://n.example/"), Rss("Taiwan quake", "https://n.example/", "https://n.example/")],
            [Rss("Taiwan storm", "https://n.example/", "https://n.example/"), Rss("Taiwan votes", "https://n.example/", "https://n.example/")]));

    [Fact]
    public async Task SiteHasMoved_NewGuidsAndLinks_OnlyNewTitlesAreTold() => Assert.Equal(
        ["Taiwan votes", "Taiwan quake", "Taiwan storm"],
        await ToldAsync(
            [Rss("Taiwan votes", "https://old.example/1", "a1"), Rss("Taiwan quake", "https://old.example/2", "a2")],
            [Rss("Taiwan storm", "https://new.example/3", "b3"), Rss("Taiwan votes", "https://new.example/1", "b1"), Rss("Taiwan quake", "https://new.example/2", "b2")]));

    [Fact]
    public async Task OneArticle_TwoAlertsOfASearchEngine_ToldOnce() => Assert.Equal(
        ["Taiwan votes"],
        await ToldAsync(
            [Rss("Taiwan votes", "https://www.google.com/url?url=https://n.example/votes&cd=A", "1"), Rss("Taiwan votes", "https://www.google.com/url?url=https://n.example/votes&cd=B", "2")],
            [Rss("Taiwan votes", "https://n.example/votes", "3", date: "15")]));

    [Fact]
    public async Task OneArticle_SeveralLinksOfGoogleNews_ToldOnce() => Assert.Equal(
        ["Taiwan votes - The Post", "Taiwan votes - The Times"],
        await ToldAsync(
            [Rss("Taiwan votes - The Post", "https://news.google.com/rss/articles/A?oc=5", "A", source: "The Post")],
            [Rss("Taiwan votes - The Post", "https://news.google.com/rss/articles/B?oc=5", "B", date: "15", source: "The Post")],
            [Rss("Taiwan votes - The Times", "https://news.google.com/rss/articles/C?oc=5", "C", date: "15", source: "The Times")]));

    [Fact]
    public async Task RecurringTitleAndLink_OtherGuidsAndDates_TakenForOtherItems()
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(new RecordingChannel(), ["/a"], ("one", "Taiwan"));
        await PollAsync(world, service, [Rss("Taiwan weather", "https://n.example/w", "1", date: "12"), Rss("Taiwan brief", "https://n.example/b", "2", date: "12")]);
        await PollAsync(world, service, [Rss("Taiwan weather", "https://n.example/w", "3", date: "13"), Rss("Taiwan brief", "https://n.example/b", "4", date: "13")]);

        var status = Assert.Single((await service.Get<ReadStatus>().RunAsync(TestContext.Current.CancellationToken)).Feeds);
        Assert.Equal((4, false), (status.NewItems, status.GuidsTellNothing));
    }

    [Fact]
    public async Task FreshGuids_Detected_StatusSaysSo()
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(new RecordingChannel(), ["/a"], ("one", "Taiwan"));
        await PollAsync(world, service, [Rss("One", "https://n.example/1", "a1"), Rss("Two", "https://n.example/2", "a2")]);
        await PollAsync(world, service, [Rss("One", "https://n.example/1", "b1"), Rss("Two", "https://n.example/2", "b2")]);

        var status = Assert.Single((await service.Get<ReadStatus>().RunAsync(TestContext.Current.CancellationToken)).Feeds);
        Assert.Equal((2, true), (status.NewItems, status.GuidsTellNothing));
    }

    [Fact]
    public async Task NoItemKnown_ItemsBefore_GapUntilSomeAre()
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(new RecordingChannel(), ["/a"], ("one", "Taiwan"));
        await PollAsync(world, service, [Rss("One", guid: "1"), Rss("Two", guid: "2")]);
        var lastKnown = world.Time.GetUtcNow() - TimeSpan.FromMinutes(10);

        await PollAsync(world, service, [Rss("Two", guid: "2"), Rss("Three", guid: "3")]);
        Assert.Null((await service.Get<ReadStatus>().RunAsync(TestContext.Current.CancellationToken)).Feeds[0].Gap);

        await PollAsync(world, service, [Rss("Five", guid: "5"), Rss("Six", guid: "6")]);
        var gap = (await service.Get<ReadStatus>().RunAsync(TestContext.Current.CancellationToken)).Feeds[0].Gap;
        Assert.Equal(lastKnown + TimeSpan.FromMinutes(10), gap?.From);
    }

    /// <summary>The titles that were told over polls of a feed, ten minutes apart.</summary>
    private static async Task<IEnumerable<string?>> ToldAsync(params string[][] polls)
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(new RecordingChannel(), ["/a"], ("one", "Taiwan"));
        foreach (var items in polls)
        {
            await PollAsync(world, service, items);
        }

        return service.Channel.Attempts.SelectMany(delivery => delivery.Alerts).Select(alert => alert.Item.Title);
    }

    private static async Task PollAsync(World world, TestService service, string[] items)
    {
        world.ServeBody("/a", $"<rss version='2.0'><channel><title>A</title>{string.Concat(items)}</channel></rss>");
        await service.RunOnceAsync();
        world.Time.Advance(TimeSpan.FromMinutes(10));
    }

    private static string Rss(string title, string? link = null, string? guid = null, string text = "Taiwan", string date = "14", string? source = null) =>
        $"<item><title>{title}</title><description>{text} Taiwan</description><pubDate>{date} Mar 2026 09:00:00 GMT</pubDate>"
        + (link is null ? "" : $"<link>{link.Replace("&", "&amp;", StringComparison.Ordinal)}</link>")
        + (source is null ? "" : $"<source url='https://{source.Replace(" ", "", StringComparison.Ordinal)}.example'>{source}</source>")
        + (guid is null ? "" : $"<guid isPermaLink='false'>{guid}</guid>")
        + "</item>";
}
