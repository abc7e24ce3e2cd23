using System.Globalization;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Storage;

namespace NewsAlerts.Delivery.State;

/// <summary>What waits for each destination, and what it was told.</summary>
internal sealed class DestinationStates(IDocumentStore documents)
{
    /// <summary>The pages of those for whom much waits.</summary>
    public WaitingPages Pages { get; } = new(documents);

    private const string Prefix = "destinations/";
    private const string LastKey = ToldDocuments.LastKey;

    private static readonly string SubscriberPrefix = Prefix + DocumentKey.PrefixOf(Destination.SubscriberPrefix);

    private readonly ToldDocuments _told = new(documents);

    private readonly JsonDocuments<DestinationState> _states = new(documents, DeliveryStateJson.Default.DestinationState, Metadata);

    /// <summary>Lists the destinations that something was ever to be sent to, from their metadata alone.</summary>
    public IAsyncEnumerable<ListedDestination> ListAsync(CancellationToken cancellationToken) =>
        _states.ListAsync(Prefix, cancellationToken).Select(info => new ListedDestination(
            NameIn(info),
            ReadNext(info),
            info.Metadata.GetValueOrDefault("timing"),
            info.ReadTime("until"),
            info.Metadata.GetValueOrDefault("disabled"))
        {
            FailingSince = info.ReadTime("failing"),
            Oldest = info.ReadTime("oldest"),
            Dropped = int.Parse(info.Metadata.GetValueOrDefault("dropped", "0"), CultureInfo.InvariantCulture),
        });

    /// <summary>Reads a destination's state; null where nothing was ever to be sent to it.</summary>
    public async Task<DestinationState?> ReadAsync(string destination, CancellationToken cancellationToken) =>
        (await _states.ReadAsync(NameOf(destination), cancellationToken)).Value;

    /// <summary>Reads a destination's state and its version; null where nothing was ever to be sent to it.</summary>
    public async Task<Versioned<DestinationState>?> FindAsync(string destination, CancellationToken cancellationToken) =>
        await _states.ReadAsync(NameOf(destination), cancellationToken) is ({ } state, { } eTag) ? new(state, eTag) : null;

    /// <summary>Forgets what waits for a destination, unless it has changed. Returns whether it is forgotten.</summary>
    public Task<bool> DeleteAsync(Versioned<DestinationState> known, CancellationToken cancellationToken) =>
        documents.DeleteAsync(NameOf(known.Value.Destination), known.ETag, cancellationToken);

    /// <summary>Forgets all that waits for a subscriber, and all that was told.</summary>
    /// <param name="reader">The name of the subscriber's destination for notices.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task ForgetReaderAsync(string reader, CancellationToken cancellationToken)
    {
        await foreach (var info in _states.ListAsync(Prefix + DocumentKey.PrefixOf(reader), cancellationToken))
        {
            if (SubscriberName.ReaderOf(NameIn(info)) == reader)
            {
                await documents.DeleteAsync(info.Name, cancellationToken);
                await Pages.DeleteAllAsync(NameIn(info), cancellationToken);
            }
        }

        await _told.ForgetAsync(ToldKeyOf(reader), eTag: null, cancellationToken);
    }

    /// <summary>
    /// Changes a destination's state, knowing what it was told: the state is read before the told alerts, and whoever
    /// finishes a delivery writes them in the other order, so that an alert is always in one of the two.
    /// </summary>
    public Task<Versioned<DestinationState>?> UpdateAsync(
        string destination, Func<DestinationState, ToldAlerts, Task<DestinationState?>> change, CancellationToken cancellationToken) =>
        _states.UpdateAsync(
            NameOf(destination),
            known: null,
            async state => await change(
                state ?? new DestinationState { Destination = destination },
                (await ReadToldAsync(destination, cancellationToken)).Told),
            cancellationToken);

    /// <summary>Changes the state that a destination has had; a change to null leaves it as it is.</summary>
    public Task<Versioned<DestinationState>?> UpdateAsync(
        Versioned<DestinationState> known, Func<DestinationState, DestinationState?> change, CancellationToken cancellationToken)
    {
        var destination = known.Value.Destination;
        return _states.UpdateAsync(
            NameOf(destination),
            known,
            state => change(state ?? new DestinationState { Destination = destination }),
            cancellationToken);
    }

    /// <summary>Reads what a destination was told: for who holds it, and so is the only one who adds to that.</summary>
    public async Task<ToldAlerts> ReadToldAlertsAsync(string destination, CancellationToken cancellationToken) =>
        (await ReadToldAsync(destination, cancellationToken)).Told;

    /// <summary>Renews the lease of whoever sends. Returns false where somebody else has it.</summary>
    /// <param name="destination">The destination's name.</param>
    /// <param name="token">The token of the lease.</param>
    /// <param name="until">When it is to end, UTC.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<bool> RenewAsync(string destination, string token, DateTimeOffset until, CancellationToken cancellationToken) =>
        await _states.UpdateAsync(
            NameOf(destination),
            known: null,
            state => state?.Hold is { } hold && hold.Token == token ? state with { Hold = hold with { Until = until } } : null,
            cancellationToken) is not null;

    /// <summary>Whether a destination was told an alert.</summary>
    public async Task<bool> IsToldAsync(string destination, string alertId, CancellationToken cancellationToken) =>
        (await ReadToldAsync(destination, cancellationToken)).Told.Contains(alertId);

    /// <summary>Those of the rules that were muted when they matched what an alert tells.</summary>
    public async Task<IReadOnlyList<string>> MutedAsync(
        string destination, string alertId, IReadOnlyList<string> rules, CancellationToken cancellationToken)
    {
        var (told, _) = await ReadToldAsync(destination, cancellationToken);
        return [.. rules.Where(rule => told.IsMuted(alertId, rule))];
    }

    /// <summary>Remembers that a destination was told these alerts, and forgets those that it was told too long ago.</summary>
    public Task AddToldAsync(
        string destination,
        IReadOnlyCollection<string> alertIds,
        DateTimeOffset now,
        TimeSpan keep,
        CancellationToken cancellationToken) =>
        _told.AddAsync(ToldKeyOf(destination), alertIds, now, keep, cancellationToken);

    /// <summary>
    /// Forgets the destinations of subscribers where nothing waits, and that have been sent nothing since then: there may be a
    /// million of them, and nothing is lost by it.
    /// </summary>
    public async Task ForgetStillAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var still = _states.ListAsync(SubscriberPrefix, cancellationToken).Where(info =>
            SubscriberName.IsOne(NameIn(info)) && ReadNext(info) is null && info.ReadTime("until") is null && !(info.ReadTime(LastKey) >= since));
        await foreach (var info in still)
        {
            await documents.DeleteAsync(info.Name, info.ETag, cancellationToken);
        }
    }

    /// <summary>Forgets what destinations were told that have been told nothing since then.</summary>
    public async Task ForgetToldAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var told = documents.ListAsync(ToldDocuments.Prefix, cancellationToken);
        await foreach (var info in told.Where(info => info.ReadTime(LastKey) < since))
        {
            await _told.ForgetAsync(info.Name[ToldDocuments.Prefix.Length..], info.ETag, cancellationToken);
        }
    }

    private Task<(ToldAlerts Told, string? ETag)> ReadToldAsync(string destination, CancellationToken cancellationToken) =>
        _told.ReadAsync(ToldKeyOf(destination), cancellationToken);

    private static SendTime? ReadNext(DocumentInfo info) => info.ReadTime("next") is { } next
        ? new SendTime(next, Enum.TryParse<SendWait>(info.Metadata.GetValueOrDefault("wait"), out var wait) ? wait : SendWait.None)
        : null;

    private static Dictionary<string, string> Metadata(DestinationState state)
    {
        var metadata = new Dictionary<string, string> { ["destination"] = Uri.EscapeDataString(state.Destination) };
        metadata.Add("until", state.Hold?.Until);
        metadata.Add(LastKey, state.LastSend);
        if (state.Next is { } next)
        {
            metadata.Add("next", next.At);
            metadata["wait"] = next.Wait.ToString();
        }

        if (state.Timing is { } timing)
        {
            metadata["timing"] = timing;
        }

        if (Circuit.IsOpen(state.FailuresInRow))
        {
            metadata.Add("failing", state.FailingSince);
        }

        if (state.IsDead)
        {
            metadata.Add("oldest", state.OldestCame);
        }

        if (state.Dropped is { } dropped)
        {
            metadata["dropped"] = dropped.Count.ToString(CultureInfo.InvariantCulture);
        }

        if (state.Disabled is { } disabled)
        {
            metadata["disabled"] = disabled.Address;
        }

        return metadata;
    }

    private static string NameIn(DocumentInfo info) => Uri.UnescapeDataString(info.Metadata["destination"]);

    private static string NameOf(string destination) => Prefix + DocumentKey.Of(destination);

    private static string ToldKeyOf(string destination) => DocumentKey.Of(SubscriberName.ReaderOf(destination));
}
