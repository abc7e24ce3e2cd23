using System.Globalization;
using NewsAlerts.Channels;
using NewsAlerts.Messages;

namespace NewsAlerts.HostTests.Support;

/// <summary>A channel that counts, and keeps nothing but the alerts' ids.</summary>
internal sealed class CountingChannel : IChannel
{
    private const int Room = 20;
    private const int SampleEvery = 50;

    private readonly HashSet<UInt128> _ids = [];

    public string Type => "webhook";

    public bool IsForPeople { get; init; }

    /// <summary>How many messages were sent.</summary>
    public int Messages { get; private set; }

    /// <summary>How many alerts they told.</summary>
    public int Alerts { get; private set; }

    /// <summary>How many different ones these were.</summary>
    public int Different => _ids.Count;

    /// <summary>The most bytes that were in use while it sent.</summary>
    public long PeakBytes { get; private set; }

    public int CountThatFits(Destination destination, IReadOnlyList<Alert> alerts, Digest? digest = null) => Math.Min(Room, alerts.Count);

    public Task<DeliveryResult> SendAsync(Destination destination, OutgoingMessage delivery, CancellationToken cancellationToken)
    {
        Alerts += delivery.Alerts.Count;
        _ids.UnionWith(delivery.Alerts.Select(alert => UInt128.Parse(alert.Id, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
        if (Messages++ % SampleEvery == 0)
        {
            PeakBytes = Math.Max(PeakBytes, GC.GetTotalMemory(forceFullCollection: true));
        }

        return Task.FromResult(new DeliveryResult(DeliveryOutcome.Delivered, "Accepted."));
    }
}
