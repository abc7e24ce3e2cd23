using NewsAlerts.Configuration;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Local.Commands.Run;
using NewsAlerts.Local.Running;
using NewsAlerts.Monitoring;
using NewsAlerts.Polling;
using NewsAlerts.Steps;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.HostTests.Commands.Run;

public class HourlyLineTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_EachHour_SaysWhatThatHourDid()
    {
        var time = new ManualTime();
        var events = new PipelineEvents();
        using var output = new StringWriter { NewLine = "\n" };
        var lines = new RunLines(events, Terminal.Create(output), time);
        var feed = new Feed { Url = "https://wire.example/feed" };
        var configuration = new CurrentConfiguration(new AlertsConfiguration { Feeds = [feed] });
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var hourly = new HourlyLine(new RunCounts(events), lines, configuration, time).RunAsync(stopping.Token);

        events.Polls.Polled(feed, new FeedState { Url = feed.Url, Error = "it does not answer", Failures = 1 }, 0);
        await AdvanceAsync(" at work; in the last hour 1 poll, 1 failed; 0 new items, 0 matched; 0 alerts delivered in 0 messages; 1 of 1 feed fails\n");
        events.Polls.Polled(feed, new FeedState { Url = feed.Url }, 2);
        await AdvanceAsync(" at work; in the last hour 1 poll, 0 failed; 2 new items, 0 matched; 0 alerts delivered in 0 messages; no feed fails\n");
        await stopping.CancelAsync();
        await hourly;

        Assert.Contains(" https://wire.example/feed is read again: 2 new items\n", output.ToString(), StringComparison.Ordinal);

        async Task AdvanceAsync(string line)
        {
            await Eventually.TrueAsync(() => time.Timers == 1, Token);
            time.Advance(TimeSpan.FromHours(1));
            await Eventually.TrueAsync(() => output.ToString().EndsWith(line, StringComparison.Ordinal), Token);
        }
    }
}
