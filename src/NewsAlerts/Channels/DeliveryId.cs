using NewsAlerts.Feeds;

namespace NewsAlerts.Channels;

/// <summary>
/// The identity of a delivery: what it tells. The same in every attempt and after every crash, and stored for months,
/// so this rule must never change.
/// </summary>
internal static class DeliveryId
{
    private const int Bytes = 16;

    /// <summary>
    /// <c>msg_</c> and 32 lower-case hexadecimal digits: the first half of the SHA-256 of the alerts' ids in UTF-8,
    /// sorted by their bytes, with a line feed between.
    /// </summary>
    public static string Of(IEnumerable<string> alertIds) =>
        "msg_" + StableHash.Of(string.Join('\n', alertIds.Order(StringComparer.Ordinal)), Bytes);
}
