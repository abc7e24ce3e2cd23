using NewsAlerts.Subscriptions.Links;

namespace NewsAlerts.Subscriptions;

/// <summary>
/// What readers can do with their subscriptions. Each may be done twice, which changes nothing more; each returns the same
/// object where it changes nothing.
/// </summary>
internal static class SubscriberChanges
{
    /// <summary>The most emails in a day by which strangers can have an address asked something.</summary>
    public const int MostAsked = 3;

    /// <summary>The most requests of an address that can wait to be confirmed.</summary>
    public const int MostPending = 20;

    /// <summary>The most subscriptions that an address can have.</summary>
    public const int MostSubscriptions = 100;

    /// <summary>How long a link that ended something can restore it.</summary>
    public static readonly TimeSpan UndoFor = TimeSpan.FromHours(48);

    // The link ends before; so long a new one can be asked for.
    private static readonly TimeSpan PendingTime = TimeSpan.FromDays(7);

    /// <summary>Notes a request; the same where it was noted before, or is refused.</summary>
    /// <param name="subscriber">Who is asked; null where nobody is known by that id.</param>
    /// <param name="request">The request.</param>
    /// <param name="now">The time, UTC.</param>
    /// <returns>The subscriber, and whether an email may ask.</returns>
    public static (Subscriber? Next, bool MayAsk) Ask(this Subscriber? subscriber, SubscriptionRequest request, DateTimeOffset now)
    {
        if (subscriber?.HasNoted(request) == true)
        {
            return (subscriber, true);
        }

        var isKnown = request.Subscription is not null
            ? request.Address is not null && (subscriber?.Pending.Count(pending => !pending.Ended) ?? 0) < MostPending
            : request.Pending is { } pending
                ? subscriber?.Pending.Any(waiting => waiting.Subscription.Id == pending && !waiting.Ended) == true
                : subscriber?.Subscriptions.Count > 0;
        if (!isKnown || subscriber?.Asked.Count >= MostAsked)
        {
            return (subscriber, false);
        }

        subscriber ??= new Subscriber { Id = request.Reader, Address = request.Address ?? "", Language = request.Language };
        return (Noted(subscriber, request, now), true);
    }

    /// <summary>Confirms a request: what it asks for holds, and an address that was suspended is well again.</summary>
    public static Subscriber Confirm(this Subscriber subscriber, string id)
    {
        if (subscriber.Pending.FirstOrDefault(pending => pending.Subscription.Id == id && !pending.Ended) is not { } confirmed)
        {
            return subscriber;
        }

        // The same asked for again is the same subscription, told at other times.
        var asked = confirmed.Subscription;
        var same = subscriber.Subscriptions.FirstOrDefault(held => held.Query == asked.Query && held.Rule == asked.Rule);
        if (same is null && subscriber.Subscriptions.Count >= MostSubscriptions)
        {
            return subscriber;
        }

        return subscriber with
        {
            Language = confirmed.Language,
            Subscriptions = same is null
                ? [.. subscriber.Subscriptions, asked]
                : [.. subscriber.Subscriptions.Select(held => held == same ? asked with { Id = held.Id } : held)],
            Pending = [.. subscriber.Pending.Where(pending => pending != confirmed)],
            Suspended = null,
        };
    }

    /// <summary>Changes a subscription that there is.</summary>
    public static Subscriber Change(this Subscriber subscriber, Subscription changed) => subscriber.Subscriptions.Any(held => held.Id == changed.Id)
        ? subscriber with { Subscriptions = [.. subscriber.Subscriptions.Select(held => held.Id == changed.Id ? changed : held)] }
        : subscriber;

    /// <summary>
    /// Ends those subscriptions that are meant. Those that a link ended are kept for <see cref="UndoFor"/>, so that the same link
    /// can restore them.
    /// </summary>
    /// <param name="subscriber">The subscriber.</param>
    /// <param name="isMeant">Which are meant.</param>
    /// <param name="link">The link (<see cref="LinkSubject.Key"/>); null where they can be had again by subscribing alone.</param>
    /// <param name="now">The time, UTC.</param>
    public static Subscriber End(this Subscriber subscriber, Func<Subscription, bool> isMeant, string? link, DateTimeOffset now)
    {
        var ended = subscriber.Subscriptions.Where(isMeant).ToList();
        return ended.Count == 0 ? subscriber : subscriber with
        {
            Subscriptions = [.. subscriber.Subscriptions.Except(ended)],
            Pending =
            [
                .. subscriber.Pending,
                .. ended
                    .Where(_ => link is not null)
                    .Select(held => new PendingSubscription(held, subscriber.Language, now + UndoFor) { EndedBy = link }),
            ],
        };
    }

    /// <summary>Restores what a link has ended, as it was, and nothing else.</summary>
    public static Subscriber Undo(this Subscriber subscriber, string link)
    {
        var ended = subscriber.Pending.Where(pending => pending.EndedBy == link).ToList();
        return ended.Count == 0 ? subscriber : subscriber with
        {
            // What was subscribed again since then has its own times.
            Subscriptions =
            [
                .. subscriber.Subscriptions.Concat(ended.Select(pending => pending.Subscription))
                    .DistinctBy(held => (held.Query, held.Rule))
                    .Take(MostSubscriptions),
            ],
            Pending = [.. subscriber.Pending.Except(ended)],
        };
    }

    private static DateTimeOffset LinkUntil(SubscriptionRequest request) => request.At + SignedLinks.ConfirmFor;

    private static bool HasNoted(this Subscriber subscriber, SubscriptionRequest request) => request.Subscription is { Id: var id }
        ? subscriber.Pending.Any(pending => pending.Subscription.Id == id) || subscriber.Subscriptions.Any(held => held.Id == id)
        : subscriber.Asked.Contains(request.At);

    private static Subscriber Noted(Subscriber subscriber, SubscriptionRequest request, DateTimeOffset now) => subscriber with
    {
        // Strangers change nothing of somebody who has confirmed, not even how the address is written.
        Address = subscriber.Subscriptions.Count == 0 ? request.Address ?? subscriber.Address : subscriber.Address,
        Language = subscriber.Subscriptions.Count == 0 ? request.Language : subscriber.Language,
        Pending = request.Subscription is { } asked
            ? [.. subscriber.Pending, new PendingSubscription(asked, request.Language, now + PendingTime) { LinkUntil = LinkUntil(request) }]
            : [.. subscriber.Pending.Select(pending => pending.Subscription.Id == request.Pending ? pending with { LinkUntil = LinkUntil(request) } : pending)],
        Asked = [.. subscriber.Asked, request.At],
    };
}
