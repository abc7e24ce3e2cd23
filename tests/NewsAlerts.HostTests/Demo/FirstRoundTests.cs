using NewsAlerts.Archive;
using NewsAlerts.Feeds;
using NewsAlerts.Local.Demo;
using NewsAlerts.Local.Demo.Sites;
using NewsAlerts.Local.Demo.View;
using NewsAlerts.Local.Running;
using NewsAlerts.Monitoring;
using NewsAlerts.Steps;

namespace NewsAlerts.HostTests.Demo;

public sealed class FirstRoundTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("demo-test-");

    [Fact]
    public void Mistakes_NothingArrived_NamesWhatIsMissing()
    {
        var configuration = DemoConfiguration.Write(_folder.FullName, "http://127.0.0.1:8080", $"whsec_{Convert.ToBase64String(new byte[32])}");
        var events = new PipelineEvents();
        var counts = new RunCounts(events);
        var arrivals = new Arrivals(events);
        var watcher = new Watcher(events, configuration, StoryFile.Read());
        var rule = configuration.Rules.First(rule => rule.Notify.SequenceEqual(["desk"]));
        events.Matches.Matched(Item("one"), [rule, rule]);
        events.Matches.Matched(Item("two"), [rule]);

        var round = new FirstRound(counts, arrivals, new WebhookReceiver([], TimeProvider.System), _folder.FullName);
        var mistakes = round.Mistakes(watcher.Scene, items: 40).ToList();

        Assert.Contains("Meridian World was not read: it was not polled.", mistakes);
        Assert.Contains("0 items were found, and the sites had 40.", mistakes);
        Assert.Contains("2 alerts were not sent to desk.", mistakes);
        Assert.Contains("The story that two outlets told did not arrive from both.", mistakes);
        Assert.DoesNotContain(mistakes, mistake => mistake.StartsWith("me ", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static ArchivedItem Item(string id) =>
        new() { Id = id, Story = id, FeedUrl = "", Seen = TimeProvider.System.GetUtcNow(), Item = new Item() };
}
