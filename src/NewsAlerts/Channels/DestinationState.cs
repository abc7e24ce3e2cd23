namespace NewsAlerts.Channels;

/// <summary>What waits for a destination, and who sends it. Every change is a new state, made from the latest one.</summary>
public sealed record DestinationState
{
    /// <summary>The destination's name.</summary>
    public required string Destination { get; init; }

    /// <summary>Alerts that no delivery has taken up yet, oldest first.</summary>
    public IReadOnlyList<PendingAlert> Pending { get; init; } = [];

    /// <summary>Deliveries that are decided, but not done.</summary>
    public IReadOnlyList<PlannedDelivery> Planned { get; init; } = [];

    /// <summary>Who sends now; null where nobody does.</summary>
    public DestinationHold? Hold { get; init; }

    /// <summary>How many attempts in a row have failed.</summary>
    public int FailuresInRow { get; init; }

    /// <summary>Until when nothing is sent, since the destination fails or asked for it, UTC.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Why nothing is sent until the destination's address changes; null where it is well.</summary>
    public DisabledDestination? Disabled { get; init; }

    /// <summary>Why the last attempt failed, as a sentence for a person; null where it did not.</summary>
    public string? Problem { get; init; }

    /// <summary>When the delayed message that wakes the destination is due, UTC.</summary>
    public DateTimeOffset? WakeAt { get; init; }

    /// <summary>
    /// Adds alerts that are neither told nor taken up yet. An alert that already waits gets the further rules.
    /// </summary>
    public DestinationState Merge(IEnumerable<PendingAlert> alerts, Func<string, bool> isTold)
    {
        var taken = Planned.SelectMany(delivery => delivery.Alerts).Select(alert => alert.Id).ToHashSet();
        var pending = Pending.ToList();
        var places = pending.Index().ToDictionary(entry => entry.Item.Id, entry => entry.Index);
        foreach (var alert in alerts.Where(alert => !taken.Contains(alert.Id) && !isTold(alert.Id)))
        {
            if (places.TryGetValue(alert.Id, out var place))
            {
                pending[place] = pending[place] with { Rules = [.. pending[place].Rules.Union(alert.Rules)] };
            }
            else
            {
                places[alert.Id] = pending.Count;
                pending.Add(alert);
            }
        }

        return this with { Pending = pending };
    }

    /// <summary>Takes a delivery up again, at once: somebody asked for it, and knows better than any pause.</summary>
    public DestinationState Restore(PlannedDelivery delivery) => this with
    {
        Planned = [.. Planned.Where(planned => planned.Id != delivery.Id), delivery],
        PausedUntil = null,
        Disabled = null,
    };

    /// <summary>Lets everything that waits be tried at once: somebody has mended what was wrong.</summary>
    public DestinationState TryNow(DateTimeOffset now) => this with
    {
        Planned = [.. Planned.Select(delivery => delivery with { NotBefore = delivery.NotBefore < now ? delivery.NotBefore : now })],
        FailuresInRow = 0,
        PausedUntil = null,
        Disabled = null,
    };

    /// <summary>Moves the alerts of deliveries that are now decided from those that wait.</summary>
    public DestinationState Decide(IEnumerable<PlannedDelivery> deliveries)
    {
        var planned = Planned.Concat(deliveries).ToList();
        var taken = planned.SelectMany(delivery => delivery.Alerts).Select(alert => alert.Id).ToHashSet();
        return this with { Planned = planned, Pending = [.. Pending.Where(alert => !taken.Contains(alert.Id))] };
    }

    /// <summary>Lets a disabled destination be tried again once it has another address.</summary>
    public DestinationState EnableIfMoved(Destination destination) =>
        Disabled is null || Disabled.Address == destination.Fingerprint() ? this : this with { Disabled = null };

    /// <summary>Whether somebody else sends now.</summary>
    public bool IsHeldByAnother(string message, DateTimeOffset now) =>
        Hold is not null && Hold.Until > now && Hold.Message != message;

    /// <summary>Held so while there is something to send now; held by nobody otherwise.</summary>
    public DestinationState HoldWhileDue(DestinationHold? hold, DateTimeOffset now) =>
        this with { Hold = NextSend(now) <= now ? hold : null };

    /// <summary>When there is something to send next; null where nothing waits or the destination is disabled.</summary>
    public DateTimeOffset? NextSend(DateTimeOffset now)
    {
        if (Disabled is not null || (Pending.Count == 0 && Planned.Count == 0))
        {
            return null;
        }

        var next = Pending.Count > 0 ? now : Planned.Min(delivery => delivery.NotBefore);
        return PausedUntil > next ? PausedUntil.Value : next;
    }
}
