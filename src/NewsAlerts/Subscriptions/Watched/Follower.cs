using System.Globalization;
using NewsAlerts.Channels;

namespace NewsAlerts.Subscriptions.Watched;

/// <summary>Somebody who is told by a schedule. There are a million of them: the id is kept as the number that it is.</summary>
/// <param name="Id">The subscriber's id.</param>
/// <param name="Schedule">When it is told.</param>
internal sealed record Follower(UInt128 Id, SubscriptionSchedule Schedule)
{
    private const int PartitionShift = 128 - (4 * Subscribers.PartitionDigits);

    /// <summary>The number of the partition that it is in.</summary>
    public int Partition => (int)(Id >> PartitionShift);

    /// <summary>Its destination's name.</summary>
    public string Destination => SubscriberName.Of(Id.ToString("x32", CultureInfo.InvariantCulture), Schedule.Key);

    /// <summary>The number of an id.</summary>
    public static UInt128 NumberOf(string id) => UInt128.Parse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
