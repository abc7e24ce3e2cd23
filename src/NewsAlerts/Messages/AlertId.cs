using NewsAlerts.Feeds;

namespace NewsAlerts.Messages;

/// <summary>The identity of an alert: who is told of what. Stored for months, so this rule must never change.</summary>
internal static class AlertId
{
    private const int Bytes = 16;

    /// <summary>
    /// 32 lower-case hexadecimal digits: the first half of the SHA-256 of both texts in UTF-8, with a line feed between.
    /// </summary>
    /// <param name="destination">The destination's name; configured names have no line feed.</param>
    /// <param name="story">What is told: the item's canonical link, else its feed and its identity there.</param>
    public static string Of(string destination, string story) => StableHash.Of($"{destination}\n{story}", Bytes);
}
