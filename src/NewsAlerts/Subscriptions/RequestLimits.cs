using System.Net;
using System.Security.Cryptography;
using System.Text;
using NewsAlerts.Configuration;
using NewsAlerts.Http;
using NewsAlerts.Storage;
using NewsAlerts.Subscriptions.Links;

namespace NewsAlerts.Subscriptions;

/// <summary>
/// How often emails may be asked for, whichever process answers: from one caller, from all callers of one provider's network, so that
/// nobody with many addresses uses up what there is for everybody, and by everybody. There is a document for each of these within the
/// hour. Its name is a keyed hash, so that no addresses are stored.
/// </summary>
internal sealed class RequestLimits(CurrentConfiguration configuration, IDocumentStore documents, TimeProvider time)
{
    /// <summary>How many requests of one caller there may be in any hour.</summary>
    public const int MostAnHour = 10;

    /// <summary>How many of one provider's network (<see cref="CallerNetwork.WideOf"/>).</summary>
    public const int MostOfANetwork = 100;

    /// <summary>How many of all callers: no more emails than this ask in an hour, whatever is entered into the form.</summary>
    public const int MostOfAll = 500;

    private const string Prefix = "limits/";
    private const string EndsKey = "ends";
    private const int NameBytes = 16;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly JsonDocuments<RecentRequests> _recent = new(documents, SubscriptionsJson.Default.RecentRequests, Metadata);

    /// <summary>Takes one request. Returns how long it must wait; null where it need not.</summary>
    /// <param name="from">Who asks; all whose address is not known share one limit.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<TimeSpan?> TakeAsync(IPAddress? from, CancellationToken cancellationToken) =>
        await TakeAsync(CallerNetwork.Of(from), MostAnHour, cancellationToken)
        ?? await TakeAsync($"network {CallerNetwork.WideOf(from)}", MostOfANetwork, cancellationToken)
        ?? await TakeAsync("all", MostOfAll, cancellationToken);

    private async Task<TimeSpan?> TakeAsync(string callers, int most, CancellationToken cancellationToken)
    {
        var wait = default(TimeSpan?);
        await _recent.UpdateAsync(
            Prefix + NameOf(callers),
            known: null,
            current =>
            {
                var now = time.GetUtcNow();
                var recent = current?.At.Where(at => at + Window > now && !at.IsTooFar(now, TimeSpan.Zero)).ToList() ?? [];
                wait = recent.Count >= most ? recent[^most] + Window - now : null;
                return wait is null ? new RecentRequests([.. recent, now]) : null;
            },
            cancellationToken);
        return wait;
    }

    /// <summary>Drops what no limit looks at any more. Returns how many documents.</summary>
    public async Task<int> TidyAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        if (configuration.Snapshot.Configuration.Settings.SigningKeys.Count == 0)
        {
            // Nobody can ask, and a listing costs an operation.
            return count;
        }

        await foreach (var info in documents.ListAsync(Prefix, cancellationToken))
        {
            if (info.ReadTime(EndsKey).NotLaterThan(time.GetUtcNow(), Window) <= time.GetUtcNow() && await documents.DeleteAsync(info.Name, info.ETag, cancellationToken))
            {
                count++;
            }
        }

        return count;
    }

    private string NameOf(string callers)
    {
        var key = configuration.Snapshot.Configuration.Settings.SigningKeys is [var first, ..]
            ? LinkToken.KeyFor("limits", first)
            : [];
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(callers)).AsSpan(0, NameBytes));
    }

    private static Dictionary<string, string> Metadata(RecentRequests recent)
    {
        var metadata = new Dictionary<string, string>();
        metadata.Add(EndsKey, recent.At[^1] + Window);
        return metadata;
    }
}
