using System.Security.Cryptography;
using System.Text;

namespace NewsAlerts.Delivery.State;

/// <summary>When a failed delivery is tried again: the example schedule of Standard Webhooks, ten attempts in all.</summary>
internal static class RetrySchedule
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(5),
        TimeSpan.FromHours(10),
        TimeSpan.FromHours(14),
        TimeSpan.FromHours(20),
        TimeSpan.FromHours(24),
    ];

    /// <summary>The most attempts that a delivery gets.</summary>
    public static int MaxAttempts => Waits.Length + 1;

    /// <summary>The longest that a delivery, or a destination, waits: a day, and by how much that is lengthened.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(24) * 1.1;

    /// <summary>How long a delivery waits for a receiver before it is given up, however few attempts it got.</summary>
    public static readonly TimeSpan Patience = Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait);

    /// <summary>
    /// The wait after so many attempts, at least 1, lengthened by up to a tenth that depends on the delivery's id, so
    /// that deliveries that failed together are not tried again together.
    /// </summary>
    public static TimeSpan WaitAfter(int attempts, string deliveryId)
    {
        var seed = SHA256.HashData(Encoding.UTF8.GetBytes($"{deliveryId}\n{attempts}"))[0] / 256.0;
        return Waits[Math.Clamp(attempts, 1, Waits.Length) - 1] * (1 + (seed / 10));
    }
}
