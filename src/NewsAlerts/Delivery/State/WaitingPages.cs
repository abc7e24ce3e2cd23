using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using NewsAlerts.Archive;
using NewsAlerts.Archive.Segments;
using NewsAlerts.Storage;

namespace NewsAlerts.Delivery.State;

/// <summary>
/// Pages of alerts that wait for a destination, each a document of its own that is written once and never changed. A page
/// counts from when the destination's state refers to it, and is deleted once that does no more: a crash in between leaves a
/// page behind that nobody refers to, which <see cref="TidyAsync"/> finds. So there are names for what is not there at worst,
/// and never a page with another content than the state was written for.
/// </summary>
internal sealed class WaitingPages(IDocumentStore documents)
{
    private const string Prefix = "waiting/";
    private const string KeysKey = "keys";
    private const int MostFilters = 4096;

    private readonly JsonDocuments<WaitingAlerts> _pages = new(documents, DeliveryStateJson.Default.WaitingAlerts, Metadata);

    // Which alerts a page may hold, by the page's name: that never changes.
    private readonly ConcurrentDictionary<string, string?> _filters = new(StringComparer.Ordinal);

    /// <summary>Writes a page. It waits from when a state refers to it.</summary>
    /// <param name="destination">The destination's name.</param>
    /// <param name="number">The number that the destination's state gives to its next page.</param>
    /// <param name="alerts">At least one alert.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<WaitingPage> WriteAsync(
        string destination, int number, IReadOnlyList<PendingAlert> alerts, CancellationToken cancellationToken)
    {
        // Two who write the same number at once, of whom one is too late, do not write the same page.
        var name = string.Create(CultureInfo.InvariantCulture, $"{PrefixOf(destination)}{number:D8}-{Guid.NewGuid():N}");
        var page = new WaitingAlerts(alerts);
        await _pages.WriteAsync(name, page, WriteCondition.None, cancellationToken);
        Remember(name, FilterOf(page));
        return new WaitingPage(name, alerts.Count, alerts.Min(alert => alert.Came), alerts.Max(alert => alert.Came));
    }

    /// <summary>Reads a page; empty where it is lost.</summary>
    public async Task<IReadOnlyList<PendingAlert>> ReadAsync(WaitingPage page, CancellationToken cancellationToken) =>
        (await _pages.ReadAsync(page.Name, cancellationToken)).Value?.Alerts ?? [];

    /// <summary>Finds the pages that hold some of the alerts, and reads these alone.</summary>
    /// <param name="destination">The destination's name.</param>
    /// <param name="pages">Its pages.</param>
    /// <param name="alertIds">The alerts' ids.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async IAsyncEnumerable<(WaitingPage Page, IReadOnlyList<PendingAlert> Alerts)> FindAsync(
        string destination,
        IReadOnlyCollection<WaitingPage> pages,
        IReadOnlyCollection<string> alertIds,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (alertIds.Count > 0 && pages.Any(page => !_filters.ContainsKey(page.Name)))
        {
            await foreach (var info in documents.ListAsync(PrefixOf(destination), cancellationToken))
            {
                Remember(info.Name, info.Metadata.GetValueOrDefault(KeysKey));
            }
        }

        var ids = alertIds.ToHashSet();
        var keys = ids.Select(KeyOf).ToList();
        foreach (var page in pages.Where(page => MayHold(page, keys)))
        {
            var alerts = await ReadAsync(page, cancellationToken);
            if (alerts.Any(alert => ids.Contains(alert.Id)))
            {
                yield return (page, alerts);
            }
        }
    }

    /// <summary>Deletes pages that no state refers to any more.</summary>
    public async Task DeleteAsync(IEnumerable<string> pages, CancellationToken cancellationToken)
    {
        foreach (var page in pages)
        {
            await documents.DeleteAsync(page, cancellationToken);
            _filters.TryRemove(page, out _);
        }
    }

    /// <summary>Deletes all pages of a destination that is forgotten.</summary>
    public async Task DeleteAllAsync(string destination, CancellationToken cancellationToken) =>
        await DeleteAsync(await ListAsync(destination, cancellationToken), cancellationToken);

    /// <summary>Deletes what a crash has left behind: pages that the destination's state does not refer to, and never will.</summary>
    /// <param name="destination">The destination's name.</param>
    /// <param name="readAsync">Reads the destination's state: a page that is listed before, and has a lower number than its next, has been decided on.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task TidyAsync(
        string destination, Func<CancellationToken, Task<DestinationState?>> readAsync, CancellationToken cancellationToken)
    {
        var listed = await ListAsync(destination, cancellationToken);
        if (listed.Count > 0 && await readAsync(cancellationToken) is { } state)
        {
            var used = state.AllPages.Select(page => page.Name).ToHashSet();
            await DeleteAsync(listed.Where(name => !used.Contains(name) && NumberIn(name) < state.Backlog?.NextPage), cancellationToken);
        }
    }

    private async Task<List<string>> ListAsync(string destination, CancellationToken cancellationToken) =>
        await documents.ListAsync(PrefixOf(destination), cancellationToken).Select(info => info.Name).ToListAsync(cancellationToken);

    private bool MayHold(WaitingPage page, List<ulong> keys) =>
        !_filters.TryGetValue(page.Name, out var filter) || keys.Exists(key => KeyFilter.MayHold(filter, [key]));

    private void Remember(string name, string? filter)
    {
        if (_filters.Count >= MostFilters)
        {
            _filters.Clear();
        }

        _filters[name] = filter;
    }

    private static Dictionary<string, string> Metadata(WaitingAlerts page) => new() { [KeysKey] = FilterOf(page) };

    private static string FilterOf(WaitingAlerts page) => KeyFilter.Of([.. page.Alerts.Select(alert => KeyOf(alert.Id))]);

    private static ulong KeyOf(string alertId) => KeyHash.Of("alert", alertId);

    private static string PrefixOf(string destination) => $"{Prefix}{DocumentKey.Of(destination)}/";

    private static int NumberIn(string name) =>
        int.Parse(name.AsSpan(name.LastIndexOf('/') + 1, 8), CultureInfo.InvariantCulture);
}

/// <summary>What a page holds.</summary>
/// <param name="Alerts">The alerts, oldest first.</param>
internal sealed record WaitingAlerts(IReadOnlyList<PendingAlert> Alerts);
