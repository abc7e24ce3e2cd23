using NewsAlerts.Channels;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Configuration;

namespace NewsAlerts.Subscriptions;

/// <summary>
/// Finds out what the name of a destination stands for: one of the configuration, or somebody who has subscribed, as their
/// document says it at this moment, so that nothing is sent any more to who has just unsubscribed.
/// </summary>
internal sealed class FindDestination(CurrentConfiguration configuration, Subscribers subscribers)
{
    /// <summary>Finds it.</summary>
    public async Task<FoundDestination> RunAsync(string name, CancellationToken cancellationToken)
    {
        if (!SubscriberName.IsOne(name))
        {
            return new FoundDestination { Destination = configuration.Snapshot.FindDestination(name) };
        }

        var (id, schedule) = SubscriberName.Parse(name);
        return await subscribers.FindAsync(id, cancellationToken) switch
        {
            null => Gone("Nobody subscribes under this address."),
            { } subscriber when schedule is null => new FoundDestination { Destination = Of(name, subscriber, new DeliveryTiming()) },
            { Suspended: { } suspended } => Gone($"Nothing is sent to this address: {suspended.Reason}"),
            { } subscriber => ByScheduleOf(name, subscriber, schedule),
        };
    }

    private FoundDestination ByScheduleOf(string name, Subscriber subscriber, string schedule)
    {
        var told = subscriber.Subscriptions.Where(subscription => SubscriptionSchedule.KeyOf(subscription) == schedule).ToList();
        return told.Count > 0 && SubscriptionSchedule.Of(told[0]) is { } times
            ? new FoundDestination
            {
                Destination = Of(name, subscriber, TimingOf(times)) with
                {
                    // What came here may be for subscriptions of other schedules, too, or for some that have another one since.
                    Follows = told.Concat(subscriber.Subscriptions)
                        .DistinctBy(subscription => subscription.Name)
                        .ToDictionary(subscription => subscription.Name, subscription => subscription.Id),
                },
            }
            : Gone("Its reader has no subscription with this schedule any more.") with { Subscriptions = subscriber.Subscriptions };
    }

    private DeliveryTiming TimingOf(SubscriptionSchedule times) => new()
    {
        Digests = times.Digests,
        TimeZone = times.TimeZone,
        Group = configuration.Snapshot.Configuration.Settings.Group,
    };

    private static Destination Of(string name, Subscriber subscriber, DeliveryTiming timing) => new()
    {
        Name = name,
        Type = "email",
        To = subscriber.Address,
        Language = subscriber.Language,
        Timing = timing,
    };

    private static FoundDestination Gone(string reason) => new() { Gone = reason };
}
