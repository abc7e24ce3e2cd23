using NewsAlerts.Configuration;
using NewsAlerts.Local.Commands.Status;
using NewsAlerts.Monitoring;
using NewsAlerts.Polling;
using NewsAlerts.Polling.Hubs;
using NewsAlerts.Storage;
using NewsAlerts.Subscriptions;

namespace NewsAlerts.HostTests.Commands.Status;

public class StatusTablesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 26, 53, TimeSpan.Zero);

    private static readonly ServiceStatus Status = new(
        [
            new FeedStatus("World wire", "https://wire.example/", Now.AddMinutes(-3), Now.AddMinutes(2), null, 0, 41)
            {
                Every = TimeSpan.FromMinutes(2),
                Why = "publishes about every 4 min",
                Gap = new FeedGap(Now.AddHours(-5), Now.AddHours(-2)),
                GuidsTellNothing = true,
                MovedTo = "https://wire.example/new",
            },
            new FeedStatus("Evening [news]", "https://evening.example/", Now.AddHours(-2), Now.AddHours(6), "evening.example refuses connections", 7, 0)
            {
                Hub = new HubStatus("hub.example", HubSubscriptionState.Denied, null, null, "it denied the subscription: not here"),
            },
            new FeedStatus("Morning post", "https://morning.example/", Now.AddHours(-2), Now.AddHours(6), null, 0, 1)
            {
                Hub = new HubStatus("hub.example", HubSubscriptionState.Active, Now.AddDays(9), Now.AddMinutes(-1), null),
            },
            new FeedStatus("Old gazette", "https://old.example/", Now.AddDays(-9), null, "answered 410: it is gone for good", 1, 0),
        ],
        [
            new QueueStatus(Queues.Polls, new QueueCounts(1, 2, 3), []),
            new QueueStatus(Queues.Alerts, new QueueCounts(0, 0, 0), [new PoisonMessage
            {
                Queue = Queues.Alerts,
                Id = "msg_1",
                At = Now.AddMinutes(-40),
                Reason = "not delivered to 'desk' in 10 attempts: No answer within 20 s.",
                Body = default,
            }]),
        ],
        [
            new DestinationStatus("me", "email", 12, Now.AddMinutes(-1), 0, null, null, null),
            new DestinationStatus("desk", "slack", 0, null, 4, null, null, "The receiver answered 410."),
            new DestinationStatus("night", "email", 0, null, 2, Now.AddHours(9), null, null) { Held = "held until 07:00 (quiet hours)" },
            new DestinationStatus("team", "teams", 3, Now.AddHours(-5), 2, Now.AddMinutes(30), "No answer within 20 s.", null),
        ],
        new SubscriberCounts(1, 3, 2, 0));

    [Fact]
    public void Print_Status_SaysHowEverythingIsAndWhy()
    {
        var printed = Print();

        Assert.Contains("World wire", printed, StringComparison.Ordinal);
        Assert.Contains("every 2 min: publishes about every", printed, StringComparison.Ordinal);
        Assert.Contains("World wire: items may have been lost between 5 h ago and 2 h ago", printed, StringComparison.Ordinal);
        Assert.Contains("World wire: it has moved to https://wire.example/new", printed, StringComparison.Ordinal);
        Assert.Contains("World wire: its guids do not tell its items", printed, StringComparison.Ordinal);
        Assert.Contains("Evening [news]: evening.example refuses connections (7 times in a row)", printed, StringComparison.Ordinal);
        Assert.Contains("Evening [news], hub hub.example: it denied the subscription: not here", printed, StringComparison.Ordinal);
        Assert.Contains("Announced by hubs, and polled less: Morning post\n", printed, StringComparison.Ordinal);
        Assert.Contains("Sending, given up 40 min ago: not delivered to 'desk' in 10 attempts: No", printed, StringComparison.Ordinal);
        Assert.Contains("desk: disabled until its address changes. The receiver answered 410.", printed, StringComparison.Ordinal);
        Assert.Contains("night: Held until 07:00 (quiet hours).", printed, StringComparison.Ordinal);
        Assert.Contains("team: tried again in 30 min. No answer within 20 s.", printed, StringComparison.Ordinal);
        Assert.Contains("Subscribers: 1 person with 3 subscriptions; 2 requests wait to be confirmed.", printed, StringComparison.Ordinal);
        Assert.Matches(@"Old gazette\s+9 days ago\s+never\s+0", printed);
    }

    [Fact]
    public void Print_Status_FitsEightyColumns() =>
        Assert.All(Print().Split('\n'), line => Assert.True(line.Length <= 80, line));

    [Fact]
    public void Print_FiveThousandFeeds_ProblemsFirstAndFewLines()
    {
        var feeds = Enumerable.Range(0, 5_000).Select(number => new FeedStatus(
            $"Feed {number}", $"https://feeds.example/{number}", Now.AddMinutes(-3), Now.AddMinutes(2), number % 100 == 7 ? "answered 404" : null, 1, 2));
        using var output = new StringWriter { NewLine = "\n" };
        var tables = new StatusTables(output, Now);
        tables.Print(Status with { Feeds = [.. feeds] });
        using var all = new StringWriter { NewLine = "\n" };
        new StatusTables(all, Now).PrintProblems(Status with { Feeds = [.. feeds] });

        var printed = output.ToString();
        Assert.StartsWith("Sending, given up", printed, StringComparison.Ordinal);
        Assert.Contains("And 33 more problems: 'alerts status --problems' shows all.\n", printed, StringComparison.Ordinal);
        Assert.Contains("Feeds: 4,950 of 5,000 feeds are well, 50 fail; 10,000 new items in 24 h;", printed, StringComparison.Ordinal);
        Assert.InRange(printed.Split('\n').Length, 1, 60);
        Assert.All(printed.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.Equal(50, all.ToString().Split('\n').Count(line => line.EndsWith("answered 404", StringComparison.Ordinal)));
    }

    private static string Print()
    {
        using var output = new StringWriter { NewLine = "\n" };
        new StatusTables(output, Now).Print(Status);
        return output.ToString();
    }
}
