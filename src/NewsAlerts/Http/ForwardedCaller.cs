using System.Net;

namespace NewsAlerts.Http;

/// <summary>Finds out who called a proxy of ours, by <c>X-Forwarded-For</c>: whatever else a caller writes there is not believed.</summary>
internal static class ForwardedCaller
{
    /// <summary>The header's name.</summary>
    public const string Header = "X-Forwarded-For";

    /// <summary>
    /// Each proxy adds its own caller to the end, so that the header is read from there, for as long as the one who added an entry
    /// is trusted.
    /// </summary>
    /// <param name="caller">Who has opened the connection; null where that is not known.</param>
    /// <param name="header">The header, several of them with commas between; empty where there is none.</param>
    /// <param name="trusted">The networks of the proxies that are believed.</param>
    /// <returns>The nearest address that is no trusted proxy; the farthest one where all are.</returns>
    public static IPAddress? Of(IPAddress? caller, string header, IReadOnlyList<IPNetwork> trusted)
    {
        var found = caller;
        foreach (var entry in header.Split(',').Reverse())
        {
            if (found is null || !IsTrusted(found, trusted) || !IPEndPoint.TryParse(entry.Trim(), out var next))
            {
                break;
            }

            found = next.Address;
        }

        return found;
    }

    private static bool IsTrusted(IPAddress address, IReadOnlyList<IPNetwork> trusted) =>
        address.Unmapped() is var plain && trusted.Any(network => network.Contains(plain));
}
