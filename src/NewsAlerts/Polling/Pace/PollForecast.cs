namespace NewsAlerts.Polling.Pace;

/// <summary>When a poll is worth its cost, judged by a feed's rhythm.</summary>
internal static class PollForecast
{
    // Two polls for each publication that is to be expected, so that it waits a quarter of the time between two; more
    // for one that comes seldom, with the square root of how often; and 4 a day for what nobody expects. What comes
    // every minute is polled every minute; every 4 minutes, every 2; every hour, every 20; every day, every 90; every
    // month, every 4 hours. Found on real feeds: the benchmark "polling" prints what that costs and brings.
    private const double PollsAPublication = 2;
    private const double PollsForTheSeldom = 8;
    private const double PollsForNothing = 4;

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    /// <summary>The time until a poll is worth while, in whole minutes, and how many publications are to be expected by then.</summary>
    /// <param name="rhythm">The feed's rhythm.</param>
    /// <param name="now">When the feed was polled last.</param>
    /// <param name="most">The longest time to look ahead.</param>
    public static (TimeSpan Wait, double Publications) Look(PublishingRhythm rhythm, DateTimeOffset now, TimeSpan most)
    {
        var (publications, polls, wait) = (0.0, 0.0, TimeSpan.Zero);
        while (polls < 1 && wait < most)
        {
            var rate = rhythm.RateAt(now + wait);
            publications += rate * Step.TotalDays;
            polls += PollsADay(rate) * Step.TotalDays;
            wait += Step;
        }

        return (wait, publications);
    }

    private static double PollsADay(double publicationsADay) =>
        (PollsAPublication * publicationsADay) + (PollsForTheSeldom * Math.Sqrt(publicationsADay)) + PollsForNothing;
}
