using NewsAlerts.Feeds;
using NewsAlerts.Storage;

namespace NewsAlerts.Polling.Hubs;

/// <summary>The subscriptions to hubs, a document for each, and the bodies that hubs have sent, until they are read.</summary>
internal sealed class HubSubscriptions(IDocumentStore documents)
{
    private const string Prefix = "hubs/";
    private const string BodyPrefix = "announced/";

    private readonly JsonDocuments<HubSubscription> _subscriptions =
        new(documents, PollingJson.Default.HubSubscription, Metadata);

    /// <summary>Lists the subscriptions, from their metadata alone.</summary>
    public IAsyncEnumerable<ListedHubSubscription> ListAsync(CancellationToken cancellationToken) =>
        _subscriptions.ListAsync(Prefix, cancellationToken).Select(info => new ListedHubSubscription(
            info.Name[Prefix.Length..],
            Enum.Parse<HubSubscriptionState>(info.Metadata["state"]),
            info.ReadTime("due") ?? DateTimeOffset.UnixEpoch));

    /// <summary>Reads a subscription; null where there is none.</summary>
    public async Task<HubSubscription?> ReadAsync(string key, CancellationToken cancellationToken) =>
        (await _subscriptions.ReadAsync(Prefix + key, cancellationToken)).Value;

    /// <summary>Changes a subscription; a change to null leaves it as it is.</summary>
    public async Task<HubSubscription?> UpdateAsync(
        string key, Func<HubSubscription?, HubSubscription?> change, CancellationToken cancellationToken) =>
        (await _subscriptions.UpdateAsync(Prefix + key, known: null, change, cancellationToken))?.Value;

    /// <summary>Forgets a subscription.</summary>
    public Task DeleteAsync(string key, CancellationToken cancellationToken) =>
        documents.DeleteAsync(Prefix + key, cancellationToken);

    /// <summary>Keeps what a hub sent, under a name made from its content: sent twice, it is kept once.</summary>
    public async Task<string> StoreBodyAsync(string key, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var name = $"{BodyPrefix}{key}-{StableHash.Of(body.Span, 10)}";
        await documents.WriteAsync(name, body, WriteCondition.None, metadata: null, cancellationToken);
        return name;
    }

    /// <summary>Reads what a hub sent; null where it has been read and deleted.</summary>
    public async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(string name, CancellationToken cancellationToken) =>
        (await documents.ReadAsync(name, cancellationToken))?.Content;

    /// <summary>Deletes what a hub sent.</summary>
    public Task DeleteBodyAsync(string name, CancellationToken cancellationToken) =>
        documents.DeleteAsync(name, cancellationToken);

    private static Dictionary<string, string> Metadata(HubSubscription subscription)
    {
        var metadata = new Dictionary<string, string> { ["state"] = subscription.State.ToString() };
        metadata.Add("due", subscription.Due);
        return metadata;
    }
}
