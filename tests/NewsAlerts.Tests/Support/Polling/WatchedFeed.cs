namespace NewsAlerts.Tests.Support.Polling;

/// <summary>How a feed was watched.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Polls">When it was polled, in order.</param>
/// <param name="Delays">How long each publication of the watch took to be found.</param>
internal sealed record WatchedFeed(PublishedFeed Feed, IReadOnlyList<DateTimeOffset> Polls, IReadOnlyList<TimeSpan> Delays)
{
    /// <summary>How long it was watched, in days.</summary>
    public double Days => (Polls[^1] - Polls[0]).TotalDays;

    /// <summary>How many requests that took a day.</summary>
    public double RequestsADay => Polls.Count / Days;

    /// <summary>The delay that the given part of the publications did not exceed.</summary>
    public TimeSpan Delay(double part) => Delays.Order().ElementAt((int)Math.Ceiling(part * Delays.Count) - 1);
}
