using NewsAlerts.Channels;
using NewsAlerts.Messages;

namespace NewsAlerts.Tests.Support;

/// <summary>A channel that keeps what it is given, and answers as it is told.</summary>
/// <param name="answer">The answer to a delivery, by its number from 1; delivered by default.</param>
internal sealed class RecordingChannel(Func<int, DeliveryResult>? answer = null) : IChannel
{
    private readonly Lock _lock = new();
    private readonly List<(Destination To, OutgoingMessage Delivery)> _attempts = [];

    public string Type { get; init; } = "recording";

    /// <summary>How many alerts one message carries.</summary>
    public int Room { get; init; } = 3;

    /// <summary>The answer to a destination, whatever the number; null leaves it to that.</summary>
    public Func<Destination, DeliveryResult?> AnswerTo { get; init; } = _ => null;

    /// <summary>Every attempt, in order.</summary>
    public IReadOnlyList<OutgoingMessage> Attempts => [.. Sent.Select(attempt => attempt.Delivery)];

    /// <summary>Every attempt and whom it was for, in order.</summary>
    public IReadOnlyList<(Destination To, OutgoingMessage Delivery)> Sent
    {
        get
        {
            lock (_lock)
            {
                return [.. _attempts];
            }
        }
    }

    public bool IsForPeople { get; init; }

    public int CountThatFits(Destination destination, IReadOnlyList<Alert> alerts, Digest? digest = null) => Math.Min(Room, alerts.Count);

    public Task<DeliveryResult> SendAsync(Destination destination, OutgoingMessage delivery, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _attempts.Add((destination, delivery));
            return Task.FromResult(AnswerTo(destination) ?? answer?.Invoke(_attempts.Count) ?? new DeliveryResult(DeliveryOutcome.Delivered, "Accepted."));
        }
    }
}
