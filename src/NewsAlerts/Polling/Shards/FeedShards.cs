using System.Text;
using NewsAlerts.Archive;
using NewsAlerts.Feeds;
using NewsAlerts.Storage;

namespace NewsAlerts.Polling.Shards;

/// <summary>The states of the feeds, by shard, and the items that each shard has seen.</summary>
internal sealed class FeedShards(IDocumentStore documents)
{
    private const string Prefix = "shards/";
    private const string AssignedName = "assigned-feeds";

    private readonly JsonDocuments<FeedShard> _shards = new(documents, PollingJson.Default.FeedShard, Metadata);

    /// <summary>Lists the shards, from their metadata alone.</summary>
    public IAsyncEnumerable<ListedShard> ListAsync(CancellationToken cancellationToken) =>
        _shards.ListAsync(Prefix, cancellationToken).Select(info => new ListedShard(
            info.Name[Prefix.Length..], info.ReadTime("due"), info.ReadTime("until"))
        {
            Asked = info.ReadTime("asked"),
            Failing = info.ReadTimes("failing"),
            Polled = info.ReadTime("polled"),
        });

    /// <summary>Reads a shard; null where there is none.</summary>
    public async Task<FeedShard?> ReadAsync(string shard, CancellationToken cancellationToken) =>
        (await _shards.ReadAsync(Prefix + shard, cancellationToken)).Value;

    /// <summary>Changes a shard, beginning with the version that is known; a change to null leaves it as it is.</summary>
    public Task<Versioned<FeedShard>?> UpdateAsync(
        string shard, Versioned<FeedShard>? known, Func<FeedShard?, FeedShard?> change, CancellationToken cancellationToken) =>
        _shards.UpdateAsync(Prefix + shard, known, change, cancellationToken);

    /// <summary>Renews the lease of whoever polls a shard. Returns false where somebody else has it.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="token">The token of the lease.</param>
    /// <param name="until">When it is to end, UTC.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<bool> RenewAsync(string shard, string token, DateTimeOffset until, CancellationToken cancellationToken) =>
        await UpdateAsync(
            shard,
            known: null,
            current => current?.Claim is { } claim && claim.Token == token ? current with { Claim = claim with { Until = until } } : null,
            cancellationToken) is not null;

    /// <summary>Reads the items that a shard has seen.</summary>
    public async Task<SeenItems> ReadSeenAsync(string shard, CancellationToken cancellationToken)
    {
        var document = await documents.ReadAsync(SeenName(shard), cancellationToken);
        try
        {
            return document is null ? new SeenItems() : SeenItems.Parse(document.Content);
        }
        catch (InvalidDataException e) when (document is not null)
        {
            await documents.SetAsideAsync(SeenName(shard), document, e.Message, cancellationToken);
            return new SeenItems();
        }
    }

    /// <summary>Writes the items that a shard has seen.</summary>
    public Task WriteSeenAsync(string shard, SeenItems seen, CancellationToken cancellationToken) =>
        documents.WriteAsync(SeenName(shard), seen.ToBytes(), WriteCondition.None, metadata: null, cancellationToken);

    /// <summary>The fingerprint of the feeds that were assigned to shards last; null where none were.</summary>
    public async Task<string?> ReadAssignedAsync(CancellationToken cancellationToken) =>
        await documents.ReadAsync(AssignedName, cancellationToken) is { } document
            ? Encoding.ASCII.GetString(document.Content.Span)
            : null;

    /// <summary>Remembers that these feeds have been assigned.</summary>
    public Task WriteAssignedAsync(string fingerprint, CancellationToken cancellationToken) =>
        documents.WriteAsync(
            AssignedName, Encoding.ASCII.GetBytes(fingerprint), WriteCondition.None, metadata: null, cancellationToken);

    /// <summary>The note of which feeds are assigned holds only as long as every shard is there: its name, for the name of a shard.</summary>
    public static string? AssignedBy(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) ? AssignedName : null;

    /// <summary>A fingerprint of a set of feeds, whatever their order.</summary>
    public static string FingerprintOf(IEnumerable<string> feedUrls) =>
        StableHash.Of(string.Join('\n', feedUrls.Order(StringComparer.Ordinal)), 32);

    private static string SeenName(string shard) => $"seen/{shard}";

    private static Dictionary<string, string> Metadata(FeedShard shard)
    {
        var metadata = new Dictionary<string, string>();
        metadata.Add("due", shard.Due);
        metadata.Add("until", shard.Claim?.Until);
        metadata.Add("polled", shard.Polled);
        metadata.Add("asked", shard.Asked);
        metadata.Add("failing", shard.Failing.Select(failing => failing.Since));
        return metadata;
    }
}
