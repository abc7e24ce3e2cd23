using NewsAlerts.Channels;
using NewsAlerts.Storage;

namespace NewsAlerts.Pipeline;

/// <summary>
/// Keeps what waits for a dead destination from growing for ever: its oldest alerts become poison, from where they are
/// replayed, and only then leave the document. A crash in between leaves them in both, which a replay does not mind.
/// </summary>
internal sealed class SetAsideOverflow(DestinationStates states, PoisonMessages poison, TimeProvider time)
{
    // A destination's document is rewritten with every message: what waits in it takes no more than this.
    private const int MostBytes = 1_000_000;

    /// <summary>Sets aside what is too much. Returns the state after that; null where there is none any more.</summary>
    public async Task<Versioned<DestinationState>?> RunAsync(
        Destination destination, Versioned<DestinationState> known, CancellationToken cancellationToken)
    {
        var state = known.Value;
        var aside = state.Overflow(MostBytes);
        if (aside.Count == 0)
        {
            return known;
        }

        var why = state.Disabled?.Reason ?? state.Problem;
        var reason = $"too much waits for '{destination.Name}': these alerts are the oldest{(why is null ? "" : $" ({why.TrimEnd('.')})")}";
        var references = aside.Select(alert => new AlertReference(alert.Id, alert.Index, alert.Rules) { Batch = alert.Batch });
        foreach (var part in WakeMessages.Split(destination.Name, batch: null, [.. references]))
        {
            var id = DeliveryId.Of(part.Alerts.Select(alert => alert.Id));
            await poison.KeepAsync(Queues.Alerts, id, Messages.Write(part), reason, cancellationToken);
        }

        return await states.UpdateAsync(
            known, current => current.Without(aside).Noted(destination.Timing, time.GetUtcNow()), cancellationToken);
    }
}
