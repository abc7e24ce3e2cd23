using System.Collections.Concurrent;
using NewsAlerts.Storage;

namespace NewsAlerts.Delivery.State;

/// <summary>
/// What destinations were told: a document for each, which is rewritten with every round of sending, and what is too much for
/// it in pages beside it, which are written once. A page is written before the document that names it; where somebody else has
/// been faster, it is deleted again, once the document that was written in the end does not name it.
/// </summary>
internal sealed class ToldDocuments(IDocumentStore documents)
{
    /// <summary>What the names of the documents begin with.</summary>
    public const string Prefix = "told/";

    /// <summary>Where a document's metadata says when something was added last.</summary>
    public const string LastKey = "last";

    private const string PagePrefix = "told-pages/";
    private const int MostPagesKnown = 256;

    // A page never changes.
    private readonly ConcurrentDictionary<string, ToldAlerts> _pages = new(StringComparer.Ordinal);

    /// <summary>Reads what is told under a key, and its ETag, which is null where nothing was.</summary>
    public async Task<(ToldAlerts Told, string? ETag)> ReadAsync(string key, CancellationToken cancellationToken)
    {
        var (told, eTag) = await ReadDocumentAsync(Prefix + key, cancellationToken);
        foreach (var page in told.Pages)
        {
            told.Join(await ReadPageAsync(PageName(key, page), cancellationToken));
        }

        return (told, eTag);
    }

    /// <summary>Adds what was told now, and forgets what was told too long ago.</summary>
    public async Task AddAsync(
        string key, IReadOnlyCollection<string> ids, DateTimeOffset now, TimeSpan keep, CancellationToken cancellationToken)
    {
        var metadata = new Dictionary<string, string>();
        metadata.Add(LastKey, now);
        var touched = new HashSet<ToldPage>();
        while (true)
        {
            var (told, eTag) = await ReadDocumentAsync(Prefix + key, cancellationToken);
            touched.UnionWith(told.Pages);
            told.Add(ids, now, keep);
            if (told.TakePage() is var (page, alerts))
            {
                touched.Add(page);
                await documents.WriteAsync(PageName(key, page), alerts.ToBytes(), WriteCondition.None, metadata: null, cancellationToken);
            }

            if (await documents.WriteAsync(Prefix + key, told.ToBytes(), WriteCondition.IfUnchanged(eTag), metadata, cancellationToken) is not null)
            {
                foreach (var unused in touched.Except(told.Pages))
                {
                    await documents.DeleteAsync(PageName(key, unused), cancellationToken);
                }

                return;
            }
        }
    }

    /// <summary>Forgets all that was told under a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="eTag">The version to be forgotten; null means whichever it is.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task ForgetAsync(string key, string? eTag, CancellationToken cancellationToken)
    {
        if (await documents.DeleteAsync(Prefix + key, eTag, cancellationToken) || eTag is null)
        {
            await foreach (var page in documents.ListAsync($"{PagePrefix}{key}/", cancellationToken))
            {
                await documents.DeleteAsync(page.Name, cancellationToken);
            }
        }
    }

    private async Task<ToldAlerts> ReadPageAsync(string name, CancellationToken cancellationToken)
    {
        if (_pages.TryGetValue(name, out var known))
        {
            return known;
        }

        if (_pages.Count >= MostPagesKnown)
        {
            _pages.Clear();
        }

        var (page, eTag) = await ReadDocumentAsync(name, cancellationToken);
        if (eTag is not null)
        {
            _pages[name] = page;
        }

        return page;
    }

    private async Task<(ToldAlerts Told, string? ETag)> ReadDocumentAsync(string name, CancellationToken cancellationToken)
    {
        if (await documents.ReadAsync(name, cancellationToken) is not { } document)
        {
            return (new ToldAlerts(), null);
        }

        try
        {
            return (ToldAlerts.Parse(document.Content.Span), document.ETag);
        }
        catch (InvalidDataException e)
        {
            await documents.SetAsideAsync(name, document, e.Message, cancellationToken);
            return (new ToldAlerts(), null);
        }
    }

    private static string PageName(string key, ToldPage page) => $"{PagePrefix}{key}/{page.Name:N}";
}
