using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Delivery.State;

namespace NewsAlerts.Delivery;

/// <summary>What a round of sending has brought so far, and what follows from it for the destination.</summary>
internal sealed class RoundResults(DestinationState state, Destination destination)
{
    // A receiver that asks for more is asked again after this.
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(24);

    private readonly Dictionary<string, PlannedDelivery?> _after = [];
    private readonly List<string> _told = [];
    private readonly List<WaitingPage> _donePages = [];
    private int _failuresInRow = state.FailuresInRow;
    private DateTimeOffset? _lastSend = state.LastSend;
    private DateTimeOffset? _pausedUntil = state.PausedUntil;
    private DisabledDestination? _disabled = state.Disabled;
    private bool _hasArrived;
    private string? _problem = state.Problem;

    /// <summary>The alerts, and the notices, that are done with.</summary>
    public IReadOnlyList<string> Told => _told;

    /// <summary>The pages of alerts that are done with, beside those: the deliveries that counted them are.</summary>
    public IReadOnlyList<WaitingPage> DonePages => _donePages;

    /// <summary>Whether no more is to be sent in this round.</summary>
    public bool MustStop { get; private set; }

    /// <summary>Until when the destination's pace lets nothing be sent, UTC; null where nothing was sent yet.</summary>
    public DateTimeOffset? PacedUntil => _lastSend + destination.Timing.Pace;

    /// <summary>The deliveries that may be tried now: those that wait longest first.</summary>
    public IEnumerable<PlannedDelivery> Due(DateTimeOffset now) => state.Planned
        .Where(delivery => delivery.NotBefore <= now && (delivery.IgnoresQuiet || !SendClock.IsQuiet(destination.Timing, now)))
        .OrderBy(delivery => delivery.NotBefore)
        .ThenBy(delivery => delivery.Attempts);

    /// <summary>A delivery turned out to be done: its sender ended before it could say so.</summary>
    public void AlreadyDone(PlannedDelivery delivery) => Finish(delivery);

    /// <summary>Takes note of an answer, and says where the delivery stands after it.</summary>
    public DeliveryStatus Add(PlannedDelivery delivery, DeliveryResult result, DateTimeOffset now)
    {
        if (result.Outcome == DeliveryOutcome.Suppressed)
        {
            // Nothing was tried, and that says nothing about the destination.
            Finish(delivery);
            return DeliveryStatus.Suppressed;
        }

        _lastSend = now;
        _problem = result.Outcome == DeliveryOutcome.Delivered ? null : result.Reason;
        switch (result.Outcome)
        {
            case DeliveryOutcome.Delivered:
                (_failuresInRow, _pausedUntil, _hasArrived) = (0, null, true);
                Finish(delivery);
                if (result.RetryAfter is { } pace)
                {
                    // The receiver has this one, and says when the next may come.
                    Pause(pace, now);
                }

                return DeliveryStatus.Delivered;

            case DeliveryOutcome.Refused:
                return GiveUp(delivery);

            case DeliveryOutcome.NoSuchAddress when destination.IsSubscriber:
                // The subscriber is suspended, and not the destination: whoever confirms the address again is told again.
                Finish(delivery);
                MustStop = true;
                return DeliveryStatus.Suppressed;

            case DeliveryOutcome.Gone or DeliveryOutcome.NoSuchAddress:
                _disabled = new DisabledDestination(result.Reason, now, destination.Fingerprint());
                MustStop = true;
                _after[delivery.Id] = delivery with { NotBefore = now };
                return DeliveryStatus.Retrying;

            case DeliveryOutcome.RateLimited when result.RetryAfter is { } wait:
                // The receiver works and says when: that is no failure.
                Pause(wait, now);
                return Retry(delivery, delivery.Attempts, wait, now);

            case DeliveryOutcome.RateLimited:
                _failuresInRow++;
                Pause(RetrySchedule.WaitAfter(_failuresInRow, delivery.Id), now);
                return Retry(delivery, delivery.Attempts + 1, null, now);

            default:
                // One failure may be the message's; many in a row are the destination's.
                _failuresInRow++;
                if (Circuit.IsOpen(_failuresInRow))
                {
                    Pause(Circuit.ProbeAfter(_failuresInRow, destination.Name), now);
                }

                return Retry(delivery, delivery.Attempts + 1, result.RetryAfter, now);
        }
    }

    /// <summary>The destination's latest state, with the results worked in.</summary>
    public DestinationState ApplyTo(DestinationState latest) => latest with
    {
        Planned = [.. latest.Planned
            .Select(delivery => _after.TryGetValue(delivery.Id, out var after) ? after : delivery)
            .OfType<PlannedDelivery>()],
        FailuresInRow = _failuresInRow,
        FailingSince = _failuresInRow == 0 ? null : latest.FailingSince ?? _lastSend,
        LastSend = _lastSend,
        PausedUntil = _pausedUntil,
        Disabled = _disabled,
        Problem = _problem,
        Dropped = _hasArrived ? null : latest.Dropped,
    };

    private DeliveryStatus Retry(PlannedDelivery delivery, int attempts, TimeSpan? retryAfter, DateTimeOffset now)
    {
        if (attempts >= RetrySchedule.MaxAttempts || now - delivery.Planned > RetrySchedule.Patience)
        {
            return GiveUp(delivery);
        }

        var wait = RetrySchedule.WaitAfter(attempts, delivery.Id);
        _after[delivery.Id] = delivery with
        {
            Attempts = attempts,
            NotBefore = now + (retryAfter > wait ? Shorter(retryAfter.Value, LongestRetryAfter) : wait),
        };
        return DeliveryStatus.Retrying;
    }

    private DeliveryStatus GiveUp(PlannedDelivery delivery)
    {
        Finish(delivery);
        return destination.IsAsked(delivery) ? DeliveryStatus.Suppressed : DeliveryStatus.Poisoned;
    }

    private void Pause(TimeSpan wait, DateTimeOffset now)
    {
        _pausedUntil = now + Shorter(wait, LongestRetryAfter);
        MustStop = true;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private void Finish(PlannedDelivery delivery)
    {
        _after[delivery.Id] = null;
        _told.AddRange(delivery.ToldIds(destination.Name));
        _donePages.AddRange(delivery.Pages);
    }
}
