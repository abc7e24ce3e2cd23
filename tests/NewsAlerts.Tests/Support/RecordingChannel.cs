using NewsAlerts.Alerts;
using NewsAlerts.Channels;

namespace NewsAlerts.Tests.Support;

/// <summary>A channel that keeps what it is given, and answers as it is told.</summary>
/// <param name="answer">The answer to a delivery, by its number from 1; delivered by default.</param>
internal sealed class RecordingChannel(Func<int, DeliveryResult>? answer = null) : IChannel
{
    private readonly Lock _lock = new();
    private readonly List<Delivery> _attempts = [];

    public string Type => "recording";

    /// <summary>How many alerts one message carries.</summary>
    public int Room { get; init; } = 3;

    /// <summary>Every attempt, in order.</summary>
    public IReadOnlyList<Delivery> Attempts
    {
        get
        {
            lock (_lock)
            {
                return [.. _attempts];
            }
        }
    }

    public int CountThatFits(Destination destination, IReadOnlyList<Alert> alerts) => Math.Min(Room, alerts.Count);

    public Task<DeliveryResult> SendAsync(Destination destination, Delivery delivery, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _attempts.Add(delivery);
            return Task.FromResult(answer?.Invoke(_attempts.Count) ?? new DeliveryResult(DeliveryOutcome.Delivered, "Accepted."));
        }
    }
}
