using System.Runtime.CompilerServices;
using NewsAlerts.Storage;

namespace NewsAlerts.Subscriptions.Suppressed;

/// <summary>What readers of the operator's own destinations have unsubscribed: a document for each address.</summary>
internal sealed class Suppressions(IDocumentStore documents, TimeProvider time)
{
    private const string Prefix = "suppressions/";
    private const int ReadAtOnce = 16;

    private readonly JsonDocuments<Suppression> _suppressions = new(documents, SubscriptionsJson.Default.Suppression);

    /// <summary>What the reader of an address has unsubscribed; null where that is nothing.</summary>
    public async Task<Suppression?> FindAsync(string address, CancellationToken cancellationToken) =>
        (await _suppressions.ReadAsync(NameOf(address), cancellationToken)).Value;

    /// <summary>Lists them all, in no order.</summary>
    public async IAsyncEnumerable<Suppression> ListAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var names = await documents.ListAsync(Prefix, cancellationToken).Select(info => info.Name).ToListAsync(cancellationToken);
        var all = names.SelectAtOnceAsync(
            ReadAtOnce, async (name, token) => (await _suppressions.ReadAsync(name, token)).Value, cancellationToken);
        await foreach (var suppression in all.OfType<Suppression>())
        {
            yield return suppression;
        }
    }

    /// <summary>Remembers that the reader of an address has unsubscribed a destination; twice is harmless.</summary>
    /// <param name="address">The address.</param>
    /// <param name="destination">The destination's name.</param>
    /// <param name="kept">The names of the address's other destinations.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task AddAsync(
        string address, string destination, IReadOnlyList<string> kept, CancellationToken cancellationToken) => _suppressions.UpdateAsync(
        NameOf(address),
        known: null,
        current =>
        {
            var next = (current ?? new Suppression(address, [])).With(
                new SuppressedDestination(destination, time.GetUtcNow()) { Kept = kept });
            return ReferenceEquals(next, current) ? null : next;
        },
        cancellationToken);

    /// <summary>Lets a destination reach the reader of an address again. Returns whether it could not.</summary>
    public async Task<bool> RemoveAsync(string address, string destination, CancellationToken cancellationToken)
    {
        while (await _suppressions.ReadAsync(NameOf(address), cancellationToken) is ({ } current, var eTag))
        {
            var next = current.Without(destination);
            if (next.Destinations.Count == current.Destinations.Count)
            {
                return false;
            }

            var isDone = next.Destinations.Count == 0
                ? await documents.DeleteAsync(NameOf(address), eTag, cancellationToken)
                : await _suppressions.WriteAsync(NameOf(address), next, WriteCondition.IfUnchanged(eTag), cancellationToken) is not null;
            if (isDone)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Lets every destination reach the reader of an address again. Returns whether one could not.</summary>
    public Task<bool> RemoveAsync(string address, CancellationToken cancellationToken) =>
        documents.DeleteAsync(NameOf(address), cancellationToken);

    private static string NameOf(string address) => Prefix + SubscriberId.Of(address);
}
