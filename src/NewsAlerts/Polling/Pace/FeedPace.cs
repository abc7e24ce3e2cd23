using NewsAlerts.Configuration;
using NewsAlerts.Feeds;

namespace NewsAlerts.Polling.Pace;

/// <summary>How often a feed is polled, and why.</summary>
/// <param name="Interval">The time between two polls.</param>
/// <param name="Reason">Why, as what follows "every 2 min:" in a sentence.</param>
internal sealed record FeedPace(TimeSpan Interval, string Reason)
{
    /// <summary>A time from which the intervals are counted, where the feed updates by the clock; null where it does not say.</summary>
    public DateTimeOffset? Base { get; init; }

    /// <summary>The shortest interval of a feed whose owner set none: 1 minute.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    /// <summary>The longest interval: 24 hours, whatever a feed asks for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>The interval of a feed of which nothing is known: 15 minutes.</summary>
    public static readonly TimeSpan OfUnknown = TimeSpan.FromMinutes(15);

    // What a feed says of its own rhythm no longer counts once it has shown this often that it is another.
    private const double PublicationsThatTell = 5;

    // Few different intervals, so that feeds which are polled together stay together.
    private static readonly double[] Minutes = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 40, 60, 90, 120, 180, 240, 360, 480, 720, 1440];

    /// <summary>The pace of a feed: what its owner set; else what it asks for and how often it publishes, whichever is slower.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="state">What is known of it.</param>
    /// <param name="now">The time, UTC.</param>
    public static FeedPace Of(Feed feed, FeedState state, DateTimeOffset now)
    {
        var pace = feed.Every is { } every ? new FeedPace(every, "set in alerts.yaml") : Own(state, now);
        return state.Restraint == 0 ? pace : Restrain(pace, state.Restraint);
    }

    private static FeedPace Own(FeedState state, DateTimeOffset now)
    {
        var shown = Shown(state, now);
        var asked = Asked(state).MaxBy(pace => pace.Interval);
        var pace = asked?.Interval >= shown.Interval ? asked : shown;
        return state.Haste == 0 ? pace : Hasten(pace, state.Haste);
    }

    private static FeedPace Shown(FeedState state, DateTimeOffset now)
    {
        if (state.Rhythm is not { } rhythm)
        {
            return Unknown(OfUnknown);
        }

        var (wait, publications) = PollForecast.Look(rhythm, now, Longest);
        var interval = TimeSpan.FromMinutes(Minutes.LastOrDefault(minutes => minutes <= wait.TotalMinutes, Minutes[0]));
        if (rhythm.Publications < 1)
        {
            return Unknown(interval);
        }

        var distance = TimeSpan.FromDays(rhythm.Days / rhythm.Publications);
        var atThisHour = (publications * distance / wait) switch
        {
            < 0.5 => ", seldom at this hour",
            > 2 => ", mostly at this hour",
            _ => "",
        };
        return new FeedPace(interval, $"publishes about every {TimeText.Of(distance)}{atThisHour}");
    }

    private static FeedPace Unknown(TimeSpan interval) => new(interval, "it is not known yet how often it publishes");

    private static IEnumerable<FeedPace> Asked(FeedState state)
    {
        if (state.Freshness is { } fresh)
        {
            yield return Ask(fresh.For, fresh.Header);
        }

        if (state.Hints?.TimeToLive is { } timeToLive)
        {
            yield return Ask(timeToLive, "ttl");
        }

        if (state.Hints?.UpdateInterval is { } update && !IsFasterThan(update, state.Rhythm))
        {
            yield return Ask(update, PublishingHints.UpdateElement) with { Base = update <= Longest ? state.Hints.UpdateBase : null };
        }
    }

    private static FeedPace Ask(TimeSpan interval, string by) => new(Clamp(interval), $"the feed asks for it ({by})");

    // Many programs write "hourly" into every feed that they make.
    private static bool IsFasterThan(TimeSpan update, PublishingRhythm? rhythm) =>
        rhythm?.Publications >= PublicationsThatTell && rhythm.Days / rhythm.Publications < update.TotalDays / 2;

    private static FeedPace Restrain(FeedPace pace, int restraint)
    {
        var slower = pace.Interval * Math.Pow(2, restraint);
        return new FeedPace(slower < Longest ? slower : Longest, $"{pace.Reason}, slower since it answered 429");
    }

    private static FeedPace Hasten(FeedPace pace, int haste) => new(
        Clamp(pace.Interval / Math.Pow(2, haste)),
        "items may have been lost at a slower pace");

    private static TimeSpan Clamp(TimeSpan interval) =>
        interval < Shortest ? Shortest : interval > Longest ? Longest : interval;
}
