namespace NewsAlerts.Subscriptions;

/// <summary>Some of the subscribers, who are kept in one document.</summary>
/// <param name="Subscribers">The subscribers, in the order of their ids.</param>
internal sealed record SubscriberPartition(IReadOnlyList<Subscriber> Subscribers)
{
    /// <summary>With nobody in it.</summary>
    public static SubscriberPartition Empty { get; } = new([]);

    /// <summary>How many there are.</summary>
    public SubscriberCounts Counts() => new(
        Subscribers.Count(subscriber => subscriber.Subscriptions.Count > 0),
        Subscribers.Sum(subscriber => subscriber.Subscriptions.Count),
        Subscribers.Sum(subscriber => subscriber.Pending.Count(pending => !pending.Ended)),
        Subscribers.Count(subscriber => subscriber.Suspended is not null));

    /// <summary>The subscriber of that id; null where there is none.</summary>
    public Subscriber? Find(string id) => Subscribers.FirstOrDefault(subscriber => subscriber.Id == id);

    /// <summary>With another version of a subscriber; without it where that is null.</summary>
    public SubscriberPartition With(string id, Subscriber? subscriber)
    {
        var others = Subscribers.Where(other => other.Id != id);
        return new([.. (subscriber is null ? others : others.Append(subscriber)).OrderBy(other => other.Id, StringComparer.Ordinal)]);
    }

    /// <summary>Without what has ended by itself.</summary>
    public SubscriberPartition AsOf(DateTimeOffset now) =>
        new([.. Subscribers.Select(subscriber => subscriber.AsOf(now)).OfType<Subscriber>()]);

    /// <summary>When something in it ends by itself next, UTC; null where nothing does.</summary>
    public DateTimeOffset? EndsAt() => Subscribers.Min(subscriber => subscriber.EndsAt());
}
