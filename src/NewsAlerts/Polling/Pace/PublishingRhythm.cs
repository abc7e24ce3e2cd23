namespace NewsAlerts.Polling.Pace;

/// <summary>
/// How often a feed publishes, by hour and by weekday (UTC), as far as its polls have shown. What lies long back weighs
/// less: the memory reaches back 28 days, or 20 publications where those took longer.
/// </summary>
public sealed record PublishingRhythm
{
    private const double DaysRemembered = 28;
    private const double PublicationsRemembered = 20;

    // A feed is taken to publish every four hours until it shows otherwise, which half a publication's time outweighs.
    private const double ExpectedPublications = 0.5;
    private const double ExpectedDays = ExpectedPublications * 4 / 24;

    // Hours and weekdays differ only once enough was published, over days and weeks enough, to tell.
    private const double PublicationsToTell = 12;
    private const double DaysToTellHours = 3;
    private const double DaysToTellWeekdays = 14;

    // News comes in clusters: each publication brings, on average, so many more soon after.
    private const double Followers = 0.3;
    private static readonly TimeSpan FollowersWithin = TimeSpan.FromMinutes(60);

    /// <summary>Until when the feed has been watched, UTC.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>For how long it has been watched, in days.</summary>
    public double Days { get; init; }

    /// <summary>How often it has published, by hour of the day.</summary>
    public IReadOnlyList<double> Hours { get; init; } = new double[24];

    /// <summary>How often it has published, by day of the week from Sunday.</summary>
    public IReadOnlyList<double> Weekdays { get; init; } = new double[7];

    /// <summary>How many publications were recent when the watch ended, each weighing less the longer it was ago.</summary>
    public double Recent { get; init; }

    /// <summary>How often it has published.</summary>
    internal double Publications => Hours.Sum();

    /// <summary>The rhythm after more was watched.</summary>
    /// <param name="times">When something was published meanwhile; several in one minute count once.</param>
    /// <param name="now">Until when it was watched.</param>
    public PublishingRhythm Watch(IEnumerable<DateTimeOffset> times, DateTimeOffset now)
    {
        var (hours, weekdays) = (Hours.ToArray(), Weekdays.ToArray());
        var recent = Recent * Fading(now - Until);
        foreach (var minute in times.Select(time => (time < now ? time : now).ToUnixTimeSeconds() / 60).Distinct())
        {
            var time = DateTimeOffset.FromUnixTimeSeconds(minute * 60);
            hours[time.Hour]++;
            weekdays[(int)time.DayOfWeek]++;
            recent += Fading(now - time);
        }

        var days = Days + Math.Max(0, (now - Until).TotalDays);
        var kept = Math.Min(1, Math.Max(DaysRemembered / days, PublicationsRemembered / Math.Max(1, hours.Sum())));
        return new PublishingRhythm
        {
            Until = now,
            Days = Round(days * kept),
            Hours = [.. hours.Select(count => Round(count * kept))],
            Weekdays = [.. weekdays.Select(count => Round(count * kept))],
            Recent = Round(recent),
        };
    }

    /// <summary>How many publications a day are to be expected at a time.</summary>
    public double RateAt(DateTimeOffset time)
    {
        var even = (Publications + ExpectedPublications) / (Days + ExpectedDays);
        var hour = time.Hour;
        var aroundHour = (Hours[(hour + 23) % 24] + (2 * Hours[hour]) + Hours[(hour + 1) % 24]) / 4;
        var byHour = Compared(aroundHour, 24, DaysToTellHours);
        var byWeekday = Compared(Weekdays[(int)time.DayOfWeek], 7, DaysToTellWeekdays);
        var soon = Followers * Recent * Fading(time - Until) / FollowersWithin.TotalDays;
        return ((1 - Followers) * even * byHour * byWeekday) + soon;
    }

    // How much more is published in this part of the day or week than in the others: 1 where nothing tells.
    private double Compared(double count, int parts, double daysToTell)
    {
        var trust = Publications / (Publications + PublicationsToTell) * Days / (Days + daysToTell);
        return trust == 0 ? 1 : 1 - trust + (trust * parts * count / Publications);
    }

    private static double Fading(TimeSpan age) => age > TimeSpan.Zero ? Math.Exp(-(age / FollowersWithin)) : 1;

    // What is stored for every feed is kept short.
    private static double Round(double value) => Math.Round(value, 4);
}
