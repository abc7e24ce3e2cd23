using NewsAlerts.Explaining;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Explaining;

namespace NewsAlerts.Local.Commands.Why;

/// <summary>An article's explanation as one line of JSON.</summary>
internal static class WhyJson
{
    public static string Of(ArticleExplanation explanation) => JsonLines.Of(new
    {
        explanation.Asked,
        IsSeen = explanation.Sightings.Count > 0,
        explanation.ArchiveBegins,
        Sightings = explanation.Sightings.Select(Describe),
        explanation.RulesLeftOut,
        Alerts = explanation.Alerts.Select(Describe),
        explanation.People,
        Subscriber = explanation.Subscriber is not { } subscriber ? null : new
        {
            subscriber.Asked,
            subscriber.IsKnown,
            subscriber.Suspended,
            subscriber.Pending,
            Subscriptions = subscriber.Subscriptions.Select(finding => new
            {
                finding.Subscription.Query,
                finding.Subscription.Rule,
                finding.Subscription.Send,
                finding.Subscription.TimeZone,
                finding.IsMatch,
                finding.Why,
                finding.Finding,
            }),
            Alerts = subscriber.Alerts.Select(alert => Describe(alert.Trace)),
        },
        Closest = explanation.Closest.Select(Describe),
        Feeds = explanation.Feeds.Select(feed => new { feed.Name, feed.Url, feed.LastPoll, feed.NextPoll, feed.Error, feed.Failures }),
    });

    private static object Describe(AlertTrace alert) => new
    {
        alert.Id,
        alert.Destination,
        alert.Type,
        alert.Standing,
        alert.Rules,
        alert.Reason,
        alert.NextTry,
        Delivery = alert.Delivery is not { } delivery ? null : new
        {
            delivery.Id,
            delivery.Planned,
            delivery.Status,
            delivery.Attempts,
        },
        ToldThrough = alert.ToldThrough is not { } told ? null : new
        {
            told.Item.Title,
            told.Item.Link,
            FeedUrl = AddressSecrets.Redact(told.FeedUrl),
            told.Seen,
        },
    };

    private static object Describe(Sighting sighting) => new
    {
        sighting.Item.Id,
        sighting.Item.Item.Title,
        sighting.Item.Item.Link,
        sighting.Feed,
        FeedUrl = AddressSecrets.Redact(sighting.Item.FeedUrl),
        sighting.Item.Seen,
        sighting.Item.Item.Published,
        sighting.Item.Quiet,
        Rules = sighting.Rules.Select(rule => new
        {
            rule.Rule.Name,
            rule.Rule.When,
            rule.IsMatch,
            rule.IsFeedChosen,
            Why = QueryFindingText.Of(rule.Finding),
            rule.Finding,
        }),
    };
}
