using NewsAlerts.Storage;
using NewsAlerts.Subscriptions.Suppressed;

namespace NewsAlerts.Subscriptions;

/// <summary>Somebody who subscribes by email: what was asked for from an address, and what its reader has confirmed.</summary>
public sealed record Subscriber
{
    // As long as the emails that ask something are counted.
    private static readonly TimeSpan AskedTime = TimeSpan.FromDays(1);

    /// <summary>Made from the address; the same for ever.</summary>
    public required string Id { get; init; }

    /// <summary>The email address, as it was entered last.</summary>
    public required string Address { get; init; }

    /// <summary>The language of emails and pages (BCP 47).</summary>
    public required string Language { get; init; }

    /// <summary>What its reader has confirmed, oldest first.</summary>
    public IReadOnlyList<Subscription> Subscriptions { get; init; } = [];

    /// <summary>What waits to be confirmed, oldest first.</summary>
    public IReadOnlyList<PendingSubscription> Pending { get; init; } = [];

    /// <summary>When emails that ask something were sent, oldest first, UTC: so that nobody can have an address flooded.</summary>
    public IReadOnlyList<DateTimeOffset> Asked { get; init; } = [];

    /// <summary>Why nothing is sent to it; null where it is well.</summary>
    public Suspension? Suspended { get; init; }

    /// <summary>When something of it ends by itself next, UTC; null where nothing does.</summary>
    internal DateTimeOffset? EndsAt() => Pending.Count > 0 ? Pending.Min(pending => pending.Until)
        : Subscriptions.Count > 0 ? null
        : Asked.Count > 0 ? Asked[^1] + AskedTime
        : DateTimeOffset.MinValue;

    /// <summary>Without the requests that have ended by then; null where nothing is left to be remembered.</summary>
    internal Subscriber? AsOf(DateTimeOffset now)
    {
        var next = Pending.All(pending => pending.Until > now) && Asked.All(IsRecent) ? this : this with
        {
            Pending = [.. Pending.Where(pending => pending.Until > now)],
            Asked = [.. Asked.Where(IsRecent)],
        };
        return next.Subscriptions.Count + next.Pending.Count + next.Asked.Count == 0 ? null : next;

        bool IsRecent(DateTimeOffset asked) => asked + AskedTime > now && !asked.IsTooFar(now, TimeSpan.Zero);
    }
}
