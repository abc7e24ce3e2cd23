using Microsoft.Extensions.Logging;
using NewsAlerts.Archive;
using NewsAlerts.Archive.Segments;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery.State;
using NewsAlerts.Monitoring.Incidents;
using NewsAlerts.Storage;
using NewsAlerts.Subscriptions;

namespace NewsAlerts.Monitoring;

/// <summary>
/// Run by a timer: merges old documents of the archive and the ledger into compressed segments with an index, so that an
/// article is found in at most <see cref="ArchiveSearch.MostReads"/> reads, and drops what is older than
/// <c>settings: keep</c>, and what people asked for and did not confirm. It may be ended at any point, and run twice at once.
/// </summary>
internal sealed partial class Housekeep(
    CurrentConfiguration configuration,
    IDocumentStore documents,
    DestinationStates destinations,
    RequestLimits limits,
    Subscribers subscribers,
    WatchRules rules,
    TimeProvider time,
    ILogger<Housekeep> logger)
{
    /// <summary>How often it is to be run.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromHours(1);

    private const string DoneName = "housekeeping/done";
    private const string DoneAt = "at";

    // Whoever was sent something today may be sent something tomorrow.
    private static readonly TimeSpan StillTime = TimeSpan.FromDays(1);

    // A longer one is a service that did not run: nobody's silence in it means anything. One that cron runs once a day does
    // run, and no rule is silent before two days.
    private static readonly TimeSpan LongestBreak = TimeSpan.FromDays(1) + Period;

    // A timer is never exact.
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(10);

    /// <summary>Puts the storage in order; does nothing where that was done less than an hour ago, by whomever.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var done = await documents.ListAsync(DoneName, cancellationToken).FirstOrDefaultAsync(cancellationToken);
        if (done?.ReadTime(DoneAt) is { } last && last + Period - Early > now && !last.IsTooFar(now, TimeSpan.Zero))
        {
            return;
        }

        var keep = configuration.Snapshot.Configuration.Settings.Keep;
        var matches = new Dictionary<string, SortedSet<long>>();
        var items = new MergeableItems(batch => rules.Observe(batch, matches));
        foreach (var merge in (MergeDocuments[])[new(documents, items, token => rules.SaveAsync(matches, token)), new(documents, new MergeableDeliveries())])
        {
            var result = await merge.RunAsync(now, keep, cancellationToken);
            Log.Merged(logger, merge.Kind, result.Merged, result.Dropped);
            foreach (var name in result.Unreadable)
            {
                Log.Unreadable(logger, name);
            }
        }

        await rules.JudgeAsync(away: done?.ReadTime(DoneAt) + LongestBreak < now, cancellationToken);
        await destinations.ForgetToldAsync(now - keep, cancellationToken);
        await limits.TidyAsync(cancellationToken);
        await destinations.ForgetStillAsync(now - StillTime, cancellationToken);
        await subscribers.TidyAsync(cancellationToken);
        var metadata = new Dictionary<string, string>();
        metadata.Add(DoneAt, now);
        await documents.WriteAsync(DoneName, default, WriteCondition.None, metadata, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(420, LogLevel.Information, "Merged {Merged} documents of '{Kind}', and dropped {Dropped} that were too old")]
        public static partial void Merged(ILogger logger, string kind, int merged, int dropped);

        [LoggerMessage(421, LogLevel.Error, "The document {Name} cannot be merged: it is not what it should be")]
        public static partial void Unreadable(ILogger logger, string name);
    }
}
