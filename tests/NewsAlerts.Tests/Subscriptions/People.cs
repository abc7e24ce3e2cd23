using NewsAlerts.Subscriptions;

namespace NewsAlerts.Tests.Subscriptions;

/// <summary>People who subscribe, for tests.</summary>
internal static class People
{
    /// <summary>Somebody with these subscriptions.</summary>
    public static Subscriber Person(string address, params IReadOnlyList<Subscription> subscriptions) => new()
    {
        Id = SubscriberId.Of(address),
        Address = address,
        Language = "en",
        Subscriptions = subscriptions,
    };

    /// <summary>A subscription to a query.</summary>
    public static Subscription Watching(string query, string send = "immediate", string timeZone = "UTC") =>
        new() { Id = "q-" + query, Query = query, Send = send, TimeZone = timeZone };

    /// <summary>A subscription to a rule.</summary>
    public static Subscription Following(string rule, string send = "immediate", string timeZone = "UTC") =>
        new() { Id = "r-" + rule, Rule = rule, Send = send, TimeZone = timeZone };

    /// <summary>A request for a subscription that waits to be confirmed.</summary>
    public static PendingSubscription Asking(string query, DateTimeOffset until) => new(Watching(query), "en", until);

    /// <summary>Makes a person what it is here, whatever it was before.</summary>
    public static Task SetAsync(this Subscribers subscribers, Subscriber person) =>
        subscribers.UpdateAsync(person.Id, _ => person, TestContext.Current.CancellationToken);
}
