using NewsAlerts.Configuration;
using NewsAlerts.Subscriptions.Links;

namespace NewsAlerts.Subscriptions;

/// <summary>What people may subscribe to by themselves.</summary>
/// <param name="Queries">Whether to queries of their own.</param>
/// <param name="Rules">The names of the rules that they may, in the order of alerts.yaml.</param>
internal sealed record SubscriptionOffer(bool Queries, IReadOnlyList<string> Rules)
{
    /// <summary>Nothing.</summary>
    public static SubscriptionOffer Nothing { get; } = new(false, []);

    /// <summary>Whether there is anything.</summary>
    public bool IsOpen => Queries || Rules.Count > 0;

    /// <summary>What a configuration offers: nothing without a mail server, and where links cannot be made.</summary>
    public static SubscriptionOffer Of(AlertsConfiguration configuration, SignedLinks links)
    {
        var settings = configuration.Settings;
        return settings.Subscribe == SubscribeTo.Nobody || settings.Smtp is null || !links.AreMade
            ? Nothing
            : new SubscriptionOffer(
                settings.Subscribe == SubscribeTo.Anything,
                [.. configuration.Rules.Where(rule => rule.Subscribe).Select(rule => rule.Name)]);
    }

    /// <summary>Whether that may be subscribed to.</summary>
    public bool Has(Subscription subscription) =>
        subscription.Rule is { } rule ? Rules.Contains(rule) : Queries;
}
