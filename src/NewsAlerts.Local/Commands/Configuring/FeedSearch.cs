using System.Net;
using NewsAlerts.Configuration;
using NewsAlerts.Http;
using NewsAlerts.Polling.Asking;
using NewsAlerts.Polling.Finding;

namespace NewsAlerts.Local.Commands.Configuring;

/// <summary>Looks for the feeds of a site, as the service would ask it.</summary>
internal static class FeedSearch
{
    /// <summary>Looks for them.</summary>
    /// <param name="address">The address of the site, of a page or of a feed.</param>
    /// <param name="settings">Whose contact is sent, and which private hosts may be asked.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static async Task<FoundFeeds> FindAsync(string address, Settings settings, CancellationToken cancellationToken)
    {
        using var http = OutgoingHttp.CreateClient(new AddressGuard(() => settings.AllowPrivate), DecompressionMethods.All);
        using var gate = new HostGate();
        var client = new FeedClient(http, TimeProvider.System, () => settings.Contact);
        return await new FeedFinder(client, gate).FindAsync(address, cancellationToken);
    }
}
