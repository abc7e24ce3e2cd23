using System.Security.Cryptography;
using System.Text;

namespace NewsAlerts.Delivery.State;

/// <summary>
/// Spares a destination that fails: after ten failures in a row only one delivery is tried, at growing distance, until one
/// succeeds.
/// </summary>
internal static class Circuit
{
    /// <summary>How many failures in a row open it.</summary>
    public const int FailuresThatOpen = 10;

    private static readonly TimeSpan[] Distances =
    [
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(20),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1),
    ];

    /// <summary>Whether it is open after so many failures in a row.</summary>
    public static bool IsOpen(int failuresInRow) => failuresInRow >= FailuresThatOpen;

    /// <summary>
    /// How long after the latest of so many failures the next delivery is tried: 30 s at first, an hour at last, lengthened
    /// by up to a tenth that depends on the destination, so that those of one server are not tried together.
    /// </summary>
    public static TimeSpan ProbeAfter(int failuresInRow, string destination)
    {
        var seed = SHA256.HashData(Encoding.UTF8.GetBytes($"{destination}\n{failuresInRow}"))[0] / 256.0;
        return Distances[Math.Clamp(failuresInRow - FailuresThatOpen, 0, Distances.Length - 1)] * (1 + (seed / 10));
    }
}
