using NewsAlerts.Feeds;
using NewsAlerts.Tests.Support.Polling;

namespace NewsAlerts.Tests.Polling;

/// <summary>What the schedule costs and brings with feeds of known rhythms, against a poll every 15 minutes.</summary>
public class PollingSimulationTests
{
    private const double RequestsEvery15Minutes = 96;

    // A Monday.
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Watch_WireWithADayRhythm_EveryFewMinutesByDayAndSeldomByNight()
    {
        var wire = Watch(from day in Enumerable.Range(0, 21)
                         from number in Enumerable.Range(0, 16 * 15)
                         select Start.AddDays(day).AddHours(6).AddMinutes((4 * number) + Jitter(number, 4)));

        Assert.InRange(wire.Delay(0.5), TimeSpan.Zero, TimeSpan.FromMinutes(2));
        Assert.InRange(wire.Delay(0.9), TimeSpan.Zero, TimeSpan.FromMinutes(4));
        var lastDay = wire.Polls.Where(poll => poll >= Start.AddDays(20)).ToList();
        Assert.InRange(lastDay.Count(poll => poll.Hour is >= 8 and < 20), 12 * 60 / 4, 12 * 60);
        Assert.InRange(lastDay.Count(poll => poll.Hour is >= 0 and < 4), 1, 4 * 60 / 10);
    }

    [Fact]
    public void Watch_BlogOnWeekdays_FewRequestsAndFewerAtWeekends()
    {
        var blog = Watch(from day in Enumerable.Range(0, 56)
                         let date = Start.AddDays(day)
                         where date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
                         select date.AddHours(9).AddMinutes(Jitter(day, 90)));

        Assert.InRange(blog.RequestsADay, 4, RequestsEvery15Minutes / 4);
        Assert.InRange(blog.Delay(0.5), TimeSpan.Zero, TimeSpan.FromMinutes(45));
        var lastWeek = blog.Polls.Where(poll => poll >= Start.AddDays(42) && poll < Start.AddDays(49)).ToLookup(poll => poll.DayOfWeek);
        Assert.True(
            lastWeek[DayOfWeek.Sunday].Count() < 0.75 * lastWeek[DayOfWeek.Wednesday].Count(),
            $"{lastWeek[DayOfWeek.Sunday].Count()} on Sunday, {lastWeek[DayOfWeek.Wednesday].Count()} on Wednesday");
    }

    [Fact]
    public void Watch_BlogOnceAMonth_AFewRequestsADay()
    {
        var blog = Watch(Enumerable.Range(0, 24).Select(month => Start.AddMonths(month).AddHours(Jitter(month, 24))));

        Assert.InRange(blog.RequestsADay, 3, 8);
        Assert.InRange(blog.Delay(0.9), TimeSpan.Zero, TimeSpan.FromHours(8));
    }

    [Fact]
    public void Watch_Burst_FollowedWhileItLastsAndForgotten()
    {
        var quiet = Enumerable.Range(0, 30).Select(day => Start.AddDays(day).AddHours(Jitter(day, 24)));
        var burst = Start.AddDays(25).AddHours(14);
        var feed = Watch(quiet.Concat(Enumerable.Range(0, 60).Select(number => burst.AddMinutes(2 * number))));

        var followed = feed.Polls.Count(poll => poll > burst.AddHours(1) && poll <= burst.AddHours(2));
        var dayAfter = feed.Polls.Count(poll => poll > burst.AddHours(24) && poll <= burst.AddHours(48));
        Assert.InRange(followed, 8, 60);
        Assert.InRange(dayAfter, 4, RequestsEvery15Minutes);
    }

    [Fact]
    public void Watch_FeedAsksForAnHour_NeverSooner()
    {
        var feed = Watch(
            Enumerable.Range(0, 2000).Select(number => Start.AddMinutes(4 * number)),
            new PublishingHints { TimeToLive = TimeSpan.FromHours(1) });

        Assert.All(feed.Polls.Zip(feed.Polls.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, TimeSpan.FromMinutes(59), TimeSpan.FromHours(2)));
    }

    [Fact]
    public void Watch_SetByItsOwner_ThatOften()
    {
        var times = Enumerable.Range(0, 2000).Select(number => Start.AddMinutes(4 * number)).ToList();

        var feed = PollingSimulation.Watch(new PublishedFeed("set", times, Start, new PublishingHints()), TimeSpan.FromMinutes(15));

        Assert.InRange(feed.RequestsADay, RequestsEvery15Minutes - 1, RequestsEvery15Minutes + 1);
    }

    // A third of the time is past at the first poll.
    private static WatchedFeed Watch(IEnumerable<DateTimeOffset> times, PublishingHints? hints = null)
    {
        var ordered = times.Order().ToList();
        return PollingSimulation.Watch(
            new PublishedFeed("feed", ordered, ordered[ordered.Count / 3].AddMinutes(1), hints ?? new PublishingHints()), every: null, shown: 100);
    }

    // The same for the same number, and without a pattern.
    private static double Jitter(int number, int below) => (((number * 2654435761L) >> 7) % 1000) * below / 1000.0;
}
