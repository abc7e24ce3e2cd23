using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Local.Demo;
using NewsAlerts.Local.Demo.Sites;
using NewsAlerts.Local.Demo.View;
using NewsAlerts.Local.Running;
using NewsAlerts.Messages;
using NewsAlerts.Monitoring;
using NewsAlerts.Polling;
using NewsAlerts.Rules;
using NewsAlerts.Steps;
using Spectre.Console;

namespace NewsAlerts.HostTests.Demo;

public sealed class FrameTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Theory]
    [InlineData("plain", 8, "plain   ")]
    [InlineData("too long for it", 8, "too lon…")]
    [InlineData("外相発言", 8, "外相発言")]
    [InlineData("外相発言、台湾", 8, "外相発… ")]
    [InlineData("a[b]", 5, "a[[b]] ")]
    [InlineData("أفق", 4, "أفق\u200E ")]
    public void Fit_AnyScript_TakesExactlyItsColumns(string text, int columns, string expected) =>
        Assert.Equal(expected, Cells.Fit(text, columns));

    [Theory]
    [InlineData(80, 23)]
    [InlineData(120, 39)]
    [InlineData(40, 10)]
    [InlineData(200, 60)]
    public void Lay_AnyTerminal_FitsIt(int width, int height)
    {
        var events = new PipelineEvents();
        var counts = new RunCounts(events);
        var configuration = Configuration();
        var watcher = new Watcher(events, configuration, StoryFile.Read());
        Happen(events, configuration.Feeds[0]);
        var data = new DataFolder(Path.Combine(Path.GetTempPath(), new string('x', 90)), TimeProvider.System);
        var frame = new Frame(data, counts, new WebhookReceiver([], TimeProvider.System), TimeProvider.System);

        var lines = frame.Lay(watcher.Scene, width, height);

        Assert.Equal(height, lines.Count);
        Assert.All(lines, line => Assert.Equal(width, WidthOf(line)));
    }

    [Fact]
    public void Lay_Match_LightsUpItsWords()
    {
        var events = new PipelineEvents();
        var configuration = Configuration();
        var watcher = new Watcher(events, configuration, StoryFile.Read());
        Happen(events, configuration.Feeds[0]);
        var frame = new Frame(
            new DataFolder("data", TimeProvider.System), new RunCounts(events), new WebhookReceiver([], TimeProvider.System), TimeProvider.System);

        Assert.Contains(
            frame.Lay(watcher.Scene, 80, 23),
            line => line.Contains("ロシア[black on yellow]外相[/]、", StringComparison.Ordinal));
    }

    private static AlertsConfiguration Configuration() => new()
    {
        Destinations = [new Destination { Name = "desk", Type = "webhook" }, new Destination { Name = "me", Type = "email" }],
        Feeds = [.. StoryFile.Read().Select(site => new Feed { Url = site.Name, Every = TimeSpan.FromSeconds(2) })],
    };

    /// <summary>One poll brings one item, of which the desk could not be told for a long reason.</summary>
    private static void Happen(PipelineEvents events, Feed feed)
    {
        var item = new Item { Title = "ロシア外相、" + new string('台', 150) };
        events.Polls.Polled(feed, new FeedState { Url = feed.Url, Polled = Now, Error = new string('e', 150) }, 1);
        events.Polls.Found(feed, [new ArchivedItem { Id = "1", Story = "1", FeedUrl = feed.Url, Seen = Now, Item = item }]);
        var record = new DeliveryRecord
        {
            Id = "1",
            Destination = "desk",
            Planned = Now,
            Alerts = [],
            Attempts = [new DeliveryAttempt(Now, DeliveryOutcome.Failed, 500, new string('r', 150))],
        };
        var alert = new Alert
        {
            Id = "1",
            ItemId = "1",
            Item = item,
            Seen = Now,
            Feed = new AlertFeed("أفق الأخبار", feed.Url),
            Rules = [new AlertRule("台湾", "外相")],
            Matched = [new MatchedWord("台湾", TextField.Title, "外相", 3, 2)],
        };
        events.Deliveries.Tried(record, [alert]);
    }

    // Spectre drops a text that is all spaces.
    private static int WidthOf(string markup) => Markup.Remove("|" + markup).GetCellWidth() - 1;
}
