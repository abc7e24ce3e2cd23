using System.Globalization;
using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Polling;
using NewsAlerts.Polling.Shards;
using NewsAlerts.Storage;

namespace NewsAlerts.Monitoring.Incidents;

/// <summary>
/// Feeds that have failed for a day, and polls that are an hour late: from one listing. A shard is read only where the
/// failing feeds in it are not the known ones.
/// </summary>
internal sealed class FeedIncidents(CurrentConfiguration configuration, FeedShards shards, TimeProvider time) : IIncidentSource
{
    private static readonly TimeSpan TooLong = TimeSpan.FromDays(1);

    /// <inheritdoc />
    public IReadOnlyList<IncidentKind> Kinds { get; } = [IncidentKind.FeedFailing, IncidentKind.PollingStopped];

    /// <inheritdoc />
    public async Task<IReadOnlyList<Incident>> FindAsync(IReadOnlyList<Incident> open, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var known = StillWatched(open).ToLookup(incident => incident.Place);
        var listed = await shards.ListAsync(cancellationToken).ToListAsync(cancellationToken);
        var found = new List<Incident>();
        foreach (var shard in listed)
        {
            var failing = shard.Failing.Where(since => now - since >= TooLong).Order();
            found.AddRange(failing.SequenceEqual(known[shard.Name].Select(incident => incident.Since).Order())
                ? known[shard.Name]
                : await ReadAsync(shard.Name, now, cancellationToken));
        }

        return FindLate(listed, now) is { } late ? [.. found, late] : found;
    }

    /// <summary>That polls are an hour late; null where they are not.</summary>
    public static Incident? FindLate(IReadOnlyList<ListedShard> listed, DateTimeOffset now)
    {
        var late = listed.Where(shard => shard.LateBy(now) >= ListedShard.TooLate).ToList();
        return late.Count == 0 ? null : new Incident
        {
            Kind = IncidentKind.PollingStopped.Id,
            Key = "",
            Name = "Polls",
            Text = string.Create(
                CultureInfo.InvariantCulture,
                $"{late.Count} of {listed.Count} groups of up to {FeedShard.Capacity} feeds wait to be polled. Is a runner at work? 'alerts status' and the log say more."),
            Since = late.Min(shard => shard.Due) ?? now,
        };
    }

    /// <summary>The key of a failing feed.</summary>
    public static string KeyOf(string url) => StableHash.Of(url, 16);

    private IEnumerable<Incident> StillWatched(IReadOnlyList<Incident> open)
    {
        var failing = open.Where(incident => incident.Kind == IncidentKind.FeedFailing.Id).ToList();
        var watched = failing.Count == 0 ? [] : configuration.Snapshot.Configuration.Feeds.Select(feed => KeyOf(feed.Url)).ToHashSet();
        return failing.Where(incident => watched.Contains(incident.Key));
    }

    private async Task<IEnumerable<Incident>> ReadAsync(string shard, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var snapshot = configuration.Snapshot;
        return from failing in (await shards.ReadAsync(shard, cancellationToken))?.Failing ?? []
               let feed = failing.Feed
               where now - failing.Since >= TooLong && snapshot.FindFeed(feed.Url) is not null
               select new Incident
               {
                   Kind = IncidentKind.FeedFailing.Id,
                   Key = KeyOf(feed.Url),
                   Name = snapshot.NameOfFeed(feed.Url, feed.Title),
                   Text = Why(feed),
                   Since = DateTimeOffset.FromUnixTimeSeconds(failing.Since.ToUnixTimeSeconds()),
                   Place = shard,
               };
    }

    private static string Why(FeedState feed)
    {
        var why = $"{feed.Error?.TrimEnd('.')}.";
        return feed.Due is null
            ? $"{why} It is gone for good, and is not asked again: take it out of alerts.yaml, or mend its address."
            : string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(why[0])}{why[1..]} {feed.Failures} polls in a row have failed.");
    }
}
