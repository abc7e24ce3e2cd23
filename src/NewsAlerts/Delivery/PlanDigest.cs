using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Configuration;
using NewsAlerts.Messages;

namespace NewsAlerts.Delivery;

/// <summary>
/// Decides on a digest: the alerts of its time by rule, newest first, in as many messages as they fill. People get a few of
/// them, and how many alerts there are beside; a program gets every alert.
/// </summary>
internal sealed class PlanDigest(CurrentConfiguration configuration, ComposeAlerts compose, TimeProvider time)
{
    /// <summary>The most alerts that one digest shows.</summary>
    public const int MostShown = 250;

    /// <summary>The most messages of one digest for people.</summary>
    public const int MostMessages = 5;

    // What its title and its end take at the most.
    private const int LargestNumber = 99_999;

    /// <summary>Plans the deliveries of the digest that is due.</summary>
    /// <param name="destination">Whom it is for.</param>
    /// <param name="channel">The destination's channel.</param>
    /// <param name="waiting">What waits.</param>
    /// <param name="count">The most deliveries to plan.</param>
    /// <param name="cancellationToken">Ends the work; nothing is decided then.</param>
    public async Task<IReadOnlyList<FreshDelivery>> RunAsync(
        Destination destination,
        IChannel channel,
        WaitingNow waiting,
        int count,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (digest, alerts) = Limit(destination.Timing, waiting, now);
        var places = configuration.Snapshot.Configuration.Rules.Index().ToDictionary(rule => rule.Item.Name, rule => rule.Index);
        var newest = alerts
            .Concat(waiting.Newest)
            .OrderByDescending(alert => alert.Came)
            .Select(alert => alert with { Rules = [.. alert.Rules.OrderBy(Place)] })
            .ToList();
        var composed = await compose.RunAsync(destination, newest.Take(MostShown), cancellationToken);
        var shown = newest.Zip(composed)
            .OrderBy(pair => Place(pair.First.Rules[0]))
            .ThenBy(pair => pair.First.Rules[0], StringComparer.Ordinal)
            .ThenByDescending(pair => AlertText.TimeOf(pair.Second))
            .ToList();
        var parts = Split(destination, channel, digest, shown, channel.IsForPeople ? Math.Min(count, MostMessages) : count);

        // What there is no room for now goes on waiting; what people would not read is only counted.
        var areAllShown = parts.Count > 0 && parts.Sum(part => part.Count) == shown.Count;
        var isTold = channel.IsForPeople && (parts.Count == MostMessages || areAllShown);
        var fromPages = waiting.Newest.Select(alert => alert.Id).ToHashSet();
        var left = isTold
            ? shown.Skip(parts.Sum(part => part.Count)).Select(pair => pair.First).Concat(newest.Skip(MostShown)).ToList()
            : [];
        var more = left.Count + (isTold ? waiting.CountedAlerts - waiting.Newest.Count : 0);
        return [.. parts.Index().Select(part =>
        {
            // What is on a page is counted there.
            var isLast = isTold && part.Index == parts.Count - 1;
            List<PendingAlert> counted = isLast ? [.. left.Where(alert => !fromPages.Contains(alert.Id))] : [];
            IReadOnlyList<WaitingPage> pages = isLast ? waiting.Counted : [];
            List<PendingAlert> told = [.. part.Item.Select(pair => pair.First), .. counted];
            var delivery = new PlannedDelivery
            {
                Id = DeliveryId.Of(told.Select(alert => alert.Id).Concat(pages.Select(page => page.Name))),
                Alerts = told,
                Counted = counted.Count,
                Pages = pages,
                Digest = digest with { Part = part.Index + 1, Parts = parts.Count, More = isLast ? more : 0 },
                Planned = now,
                NotBefore = now,
            };
            return new FreshDelivery(delivery, [.. part.Item.Select(pair => pair.Second)]);
        })];

        int Place(string rule) => places.GetValueOrDefault(rule, int.MaxValue);
    }

    /// <summary>
    /// When what a digest tells must have come before, UTC: what came after it was due belongs to the next one, however late
    /// this one is.
    /// </summary>
    public static DateTimeOffset UntilOf(DeliveryTiming timing, DateTimeOffset now) =>
        timing.Digests?.Last(now, timing.TimeZone) ?? DateTimeOffset.MaxValue;

    private static (Digest Digest, IEnumerable<PendingAlert> Alerts) Limit(DeliveryTiming timing, WaitingNow waiting, DateTimeOffset now)
    {
        var pending = waiting.State.Pending;
        var oldest = pending.Select(alert => alert.At).Concat(waiting.Counted.Select(page => (DateTimeOffset?)page.Oldest)).Min() ?? now;
        if (timing.Digests is not { } digests)
        {
            return (new Digest(oldest, now, timing.TimeZone), pending);
        }

        var until = UntilOf(timing, now);
        return (new Digest(digests.Last(oldest, timing.TimeZone), until, timing.TimeZone), pending.Where(alert => alert.Came < until));
    }

    private static List<List<(PendingAlert First, Alert Second)>> Split(
        Destination destination, IChannel channel, Digest digest, List<(PendingAlert First, Alert Second)> shown, int most)
    {
        var largest = digest with { Part = LargestNumber, Parts = LargestNumber, More = LargestNumber };
        var parts = new List<List<(PendingAlert, Alert)>>();
        for (var start = 0; start < shown.Count && parts.Count < most;)
        {
            IReadOnlyList<Alert> rest = [.. shown.Skip(start).Select(pair => pair.Second)];
            var fitting = Math.Clamp(channel.CountThatFits(destination, rest, largest), 1, rest.Count);
            parts.Add(shown[start..(start + fitting)]);
            start += fitting;
        }

        return parts;
    }
}
