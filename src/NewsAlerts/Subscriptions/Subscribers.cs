using System.Globalization;
using System.Runtime.CompilerServices;
using NewsAlerts.Storage;

namespace NewsAlerts.Subscriptions;

/// <summary>
/// The people who subscribe by themselves, in 4,096 documents by the first digits of their ids: a million subscriptions are
/// read in parallel, and a change rewrites one document. Requests that were not confirmed in time are never seen; they go
/// with the next write.
/// </summary>
internal sealed class Subscribers(IDocumentStore documents, TimeProvider time)
{
    /// <summary>With how many digits of an id its partition is named.</summary>
    public const int PartitionDigits = 3;

    private const string Prefix = "subscribers/";
    private const int ReadAtOnce = 16;

    private readonly JsonDocuments<SubscriberPartition> _partitions = Documents(documents);

    /// <summary>
    /// The partitions as documents. 250 subscriptions take about 40 KB as JSON, 10 KB compressed, and less time to unpack than
    /// to parse.
    /// </summary>
    public static JsonDocuments<SubscriberPartition> Documents(IDocumentStore documents) =>
        new(documents, SubscriptionsJson.Default.SubscriberPartition, Metadata) { AreCompressed = true };

    /// <summary>The subscriber of that id; null where there is none.</summary>
    public async Task<Subscriber?> FindAsync(string id, CancellationToken cancellationToken) =>
        SubscriberId.IsOne(id) && (await _partitions.ReadAsync(NameOf(id), cancellationToken)).Value is { } partition
            ? partition.Find(id)?.AsOf(time.GetUtcNow())
            : null;

    /// <summary>Changes a subscriber, however many others change it or its neighbours at the same time.</summary>
    /// <param name="id">The subscriber's id.</param>
    /// <param name="change">
    /// From the latest version (null where there is none) to the next: null removes the subscriber, the same object leaves it
    /// as it is. It may be called more than once.
    /// </param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The version that holds now; null where there is none.</returns>
    public async Task<Subscriber?> UpdateAsync(
        string id, Func<Subscriber?, Subscriber?> change, CancellationToken cancellationToken)
    {
        Subscriber? next = null;
        await _partitions.UpdateAsync(
            NameOf(id),
            known: null,
            partition =>
            {
                var now = time.GetUtcNow();
                var current = partition?.Find(id)?.AsOf(now);
                next = change(current);
                return ReferenceEquals(next, current) ? null : (partition ?? SubscriberPartition.Empty).AsOf(now).With(id, next);
            },
            cancellationToken);
        return next;
    }

    /// <summary>Lists the partitions, from their metadata alone.</summary>
    public IAsyncEnumerable<ListedPartition> ListAsync(CancellationToken cancellationToken) =>
        _partitions.ListAsync(Prefix, cancellationToken).Select(info => new ListedPartition(
            info.Name[Prefix.Length..],
            info.ETag,
            new SubscriberCounts(Count(info, "people"), Count(info, "subscriptions"), Count(info, "pending"), Count(info, "suspended")),
            info.ReadTime("ends")));

    /// <summary>How many people there are, from one listing.</summary>
    public async Task<SubscriberCounts> CountAsync(CancellationToken cancellationToken) =>
        await ListAsync(cancellationToken).AggregateAsync(
            new SubscriberCounts(0, 0, 0, 0), (sum, partition) => sum + partition.Counts, cancellationToken);

    /// <summary>Reads partitions, several at once, in no order.</summary>
    public IAsyncEnumerable<ReadPartition> ReadAsync(IEnumerable<string> partitions, CancellationToken cancellationToken) =>
        partitions.SelectAtOnceAsync(ReadAtOnce, ReadAsync, cancellationToken);

    /// <summary>Reads everybody, in the order of their ids.</summary>
    /// <exception cref="InvalidDataException">A document is not what it should be; the message names it.</exception>
    public async IAsyncEnumerable<Subscriber> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var names = await ListAsync(cancellationToken).Select(partition => partition.Name).ToListAsync(cancellationToken);
        foreach (var some in names.Chunk(ReadAtOnce))
        {
            var partitions = await ReadAsync(some, cancellationToken).ToListAsync(cancellationToken);
            foreach (var partition in partitions.OrderBy(partition => partition.Name, StringComparer.Ordinal))
            {
                foreach (var subscriber in partition.Problem is { } problem ? throw new InvalidDataException(problem) : partition.Subscribers)
                {
                    yield return subscriber;
                }
            }
        }
    }

    /// <summary>Drops what has ended by itself. Returns from how many partitions.</summary>
    public async Task<int> TidyAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var count = 0;
        await foreach (var listed in ListAsync(cancellationToken).Where(partition => partition.Ends <= now))
        {
            await _partitions.UpdateAsync(
                Prefix + listed.Name, known: null, partition => partition?.EndsAt() <= now ? partition.AsOf(now) : null, cancellationToken);
            count++;
        }

        return count;
    }

    private async Task<ReadPartition> ReadAsync(string partition, CancellationToken cancellationToken)
    {
        try
        {
            var (value, eTag) = await _partitions.ReadAsync(Prefix + partition, cancellationToken);
            return new ReadPartition(partition, eTag, value?.AsOf(time.GetUtcNow()).Subscribers ?? []);
        }
        catch (InvalidDataException e)
        {
            return new ReadPartition(partition, null, [], e.Message);
        }
    }

    private static string NameOf(string id) => SubscriberId.IsOne(id)
        ? Prefix + id[..PartitionDigits]
        : throw new ArgumentException($"'{id}' is no subscriber's id", nameof(id));

    private static int Count(DocumentInfo info, string key) => int.Parse(info.Metadata[key], CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Metadata(SubscriberPartition partition)
    {
        var counts = partition.Counts();
        var metadata = new Dictionary<string, string>
        {
            ["people"] = Text(counts.People),
            ["subscriptions"] = Text(counts.Subscriptions),
            ["pending"] = Text(counts.Pending),
            ["suspended"] = Text(counts.Suspended),
        };
        metadata.Add("ends", partition.EndsAt());
        return metadata;
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
