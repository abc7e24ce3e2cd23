using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Polling.Pace;

namespace NewsAlerts.Polling;

/// <summary>Learns from a poll when to poll next: from nothing but what the polls have shown.</summary>
internal static class FeedLesson
{
    // A quarter of the interval: a feed that shows one item alone always looks as if some were lost.
    private const int MostHaste = 2;

    /// <summary>The state of a feed after its poll, whether it succeeded or not.</summary>
    /// <param name="polled">The poll, or what a hub sent in its place.</param>
    /// <param name="shown">What it has shown.</param>
    /// <param name="phase">Where the common minutes of the feed's shard begin.</param>
    public static FeedState Learn(PolledFeed polled, ShownItems shown, TimeSpan phase)
    {
        if (polled.IsAnnounced)
        {
            return LearnAnnounced(polled, shown);
        }

        if (polled.After is not { Error: null, Polled: { } now })
        {
            return polled.After;
        }

        var gap = shown.NoneWasKnown && polled.Before.Succeeded is { } from ? GapSince(from, shown.Fresh, now) : null;
        var learned = polled.After with
        {
            Rhythm = RhythmAfter(polled.Before.Rhythm, shown, now),
            Gap = gap ?? polled.Before.Gap,
            Haste = HasteAfter(polled.Before.Haste, isGap: gap is not null, shown),
            GuidsTellNothing = polled.Before.GuidsTellNothing || shown.GuidsTellNothing,
        };
        return learned.WithNewItems(shown.Fresh.Count, now) with
        {
            Due = FeedSchedule.AfterSuccess(polled.Feed, learned, now, phase),
        };
    }

    // What a hub sends tells how often the feed publishes. What it leaves out is not missing, and the next poll stays.
    private static FeedState LearnAnnounced(PolledFeed polled, ShownItems shown) => polled.After.Announced is { } now
        ? (polled.After with { Rhythm = polled.Before.Rhythm?.Watch(shown.Fresh.Select(item => DateOf(item) ?? now), now) })
            .WithNewItems(shown.Fresh.Count, now)
        : polled.After;

    private static FeedGap GapSince(DateTimeOffset from, IEnumerable<Item> fresh, DateTimeOffset now)
    {
        var oldest = fresh.Select(DateOf).Min() ?? now;
        return new FeedGap(from, oldest < from ? from : oldest < now ? oldest : now);
    }

    // Halved with each gap, doubled with each poll that joins on to the one before.
    private static int HasteAfter(int before, bool isGap, ShownItems shown) =>
        isGap ? Math.Min(MostHaste, before + 1) : shown.Fresh.Count > 0 ? Math.Max(0, before - 1) : before;

    private static PublishingRhythm? RhythmAfter(PublishingRhythm? before, ShownItems shown, DateTimeOffset now) => before is not null
        ? before.Watch(shown.Fresh.Select(item => DateOf(item) ?? now), now)
        : shown.Items is null ? null : FirstRhythm([.. shown.Items.Select(DateOf).OfType<DateTimeOffset>().Where(date => date < now).Order()], now);

    // A feed that is new to us was watched, in a way, since the oldest item that it still shows.
    private static PublishingRhythm FirstRhythm(List<DateTimeOffset> dates, DateTimeOffset now) => dates is [var oldest, .. var later]
        ? new PublishingRhythm { Until = oldest }.Watch(later, now)
        : new PublishingRhythm { Until = now };

    private static DateTimeOffset? DateOf(Item item) => item.Published ?? item.Updated;
}
