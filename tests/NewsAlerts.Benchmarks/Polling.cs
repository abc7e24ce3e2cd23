using System.Globalization;
using NewsAlerts.Feeds;
using NewsAlerts.Tests.Support.Polling;

namespace NewsAlerts.Benchmarks;

/// <summary>
/// Watches the real feeds of the corpus once more, each at its own pace and every 15 minutes: what that costs in
/// requests, and how late a publication is found.
/// </summary>
internal static class Polling
{
    private const int FewestDates = 10;
    private static readonly TimeSpan ShortestWatch = TimeSpan.FromHours(2);
    private static readonly TimeSpan Fixed = TimeSpan.FromMinutes(15);

    public static int Run()
    {
        if (Corpus.Read() is not { } files)
        {
            return 2;
        }

        var feeds = files.Select(Corpus.Parse).OfType<FeedDocument>().Select(Published).OfType<PublishedFeed>()
            .DistinctBy(feed => string.Join(' ', feed.Times)).ToList();
        var own = feeds.Select(feed => PollingSimulation.Watch(feed, every: null)).ToList();
        var every15 = feeds.Select(feed => PollingSimulation.Watch(feed, Fixed)).ToList();
        Console.WriteLine($"{feeds.Count} feeds with {FewestDates} dates or more\n");
        Console.WriteLine("items a day         feeds   requests a day and feed   median delay, min   90 % within, min");
        Report("100 and more", own, every15, 100, double.MaxValue);
        Report("10 to 100", own, every15, 10, 100);
        Report("1 to 10", own, every15, 1, 10);
        Report("less", own, every15, 0, 1);
        return Report("all", own, every15, 0, double.MaxValue) ? 0 : 1;
    }

    private static PublishedFeed? Published(FeedDocument document)
    {
        var times = document.Items.Select(item => item.Published ?? item.Updated).OfType<DateTimeOffset>().Order().ToList();
        return times.Distinct().Count() < FewestDates || times[^1] - times[times.Count / 2] < ShortestWatch
            ? null
            : new PublishedFeed(document.Title ?? "", times, times[times.Count / 2], document.Hints);
    }

    private static bool Report(
        string label, IReadOnlyList<WatchedFeed> own, IReadOnlyList<WatchedFeed> every15, double from, double below)
    {
        var (ours, theirs) = (Total.Of(own.Where(IsMeant)), Total.Of(every15.Where(IsMeant)));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{label,-18} {ours.Feeds,6}   {ours.Requests,8:0.0} of {theirs.Requests,5:0.0} ({ours.Requests / theirs.Requests,4:P0})   {ours.Median,8:0.0} of {theirs.Median,4:0.0}   {ours.Most,8:0.0} of {theirs.Most,4:0.0}"));
        return ours.Requests <= theirs.Requests / 2 && ours.Median < theirs.Median;

        bool IsMeant(WatchedFeed watched) => ItemsADay(watched) >= from && ItemsADay(watched) < below;
    }

    private static double ItemsADay(WatchedFeed watched) =>
        watched.Delays.Count / (watched.Feed.Times[^1] - watched.Feed.Start).TotalDays;

    /// <summary>A day on which all feeds are watched at once: each item counts as often as its feed shows one like it.</summary>
    private sealed record Total(int Feeds, double Requests, double Median, double Most)
    {
        public static Total Of(IEnumerable<WatchedFeed> watched)
        {
            var feeds = watched.ToList();
            var delays = feeds.SelectMany(feed => feed.Delays.Select(delay => (Minutes: delay.TotalMinutes, Weight: 1 / feed.Days)))
                .OrderBy(delay => delay.Minutes).ToList();
            return new Total(feeds.Count, feeds.Average(feed => feed.RequestsADay), Within(delays, 0.5), Within(delays, 0.9));
        }

        private static double Within(List<(double Minutes, double Weight)> delays, double part)
        {
            var left = part * delays.Sum(delay => delay.Weight);
            return delays.First(delay => (left -= delay.Weight) <= 0).Minutes;
        }
    }
}
