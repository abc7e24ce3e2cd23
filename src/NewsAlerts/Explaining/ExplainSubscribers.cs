using System.Globalization;
using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Matching;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Explaining;
using NewsAlerts.Rules.Parsing;
using NewsAlerts.Storage;
using NewsAlerts.Subscriptions;

namespace NewsAlerts.Explaining;

/// <summary>Answers how many of the people who subscribe want to be told of an article, and why one of them was, or was not.</summary>
internal sealed class ExplainSubscribers(
    CurrentConfiguration configuration,
    RefreshSubscriptions subscriptions,
    Subscribers subscribers,
    FindDestination find,
    TraceAlert trace,
    TimeProvider time)
{
    /// <summary>How many people have a subscription that matches one of these items now; null where nobody subscribes.</summary>
    public async Task<int?> CountAsync(IReadOnlyList<ArchivedItem> items, CancellationToken cancellationToken)
    {
        if ((await subscribers.CountAsync(cancellationToken)).People == 0)
        {
            return null;
        }

        var (snapshot, now) = (configuration.Snapshot, time.GetUtcNow());
        var people = await subscriptions.RunAsync(cancellationToken);
        var found = new HashSet<string>();
        foreach (var item in items.Where(item => item.Quiet is null))
        {
            var feed = snapshot.FindFeed(item.FeedUrl);
            if (OpenToPeople.Is(item, feed))
            {
                var text = ItemTexts.Of(item, feed);
                var rules = snapshot.Rules.Match(text, item.FeedUrl).Where(rule => OpenToPeople.Is(rule, now)).Select(rule => rule.Name);
                found.UnionWith(people.Match(text, rules, now).Select(told => SubscriberName.Parse(told.Destination).Id));
            }
        }

        return found.Count;
    }

    /// <summary>Explains it for one of them.</summary>
    /// <param name="asked">The email address, or the id.</param>
    /// <param name="items">The article as it was seen, the newest first, at least once.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<SubscriberExplanation> RunAsync(
        string asked, IReadOnlyList<ArchivedItem> items, CancellationToken cancellationToken)
    {
        var id = SubscriberId.IsOne(asked) ? asked : SubscriberId.Of(asked);
        if (await subscribers.FindAsync(id, cancellationToken) is not { } subscriber)
        {
            return new SubscriberExplanation(asked);
        }

        var findings = subscriber.Subscriptions.Select(subscription => Explain(subscription, items));
        var alerts = new List<SubscriberAlert>();
        foreach (var story in items.GroupBy(item => item.Story))
        {
            if (await FollowAsync(subscriber, [.. story], cancellationToken) is { } found)
            {
                alerts.Add(found);
            }
        }

        return new SubscriberExplanation(asked)
        {
            IsKnown = true,
            Suspended = subscriber.Suspended,
            Pending = subscriber.Pending.Count(pending => !pending.Ended),
            Subscriptions = [.. findings.OrderByDescending(finding => finding.IsMatch)],
            Alerts = alerts,
        };
    }

    private SubscriptionFinding Explain(Subscription subscription, IReadOnlyList<ArchivedItem> items)
    {
        var findings = items.Select(item => Explain(subscription, item)).ToList();
        return findings.FirstOrDefault(finding => finding.IsMatch) ?? findings[0];
    }

    private SubscriptionFinding Explain(Subscription subscription, ArchivedItem item)
    {
        var snapshot = configuration.Snapshot;
        var feed = snapshot.FindFeed(item.FeedUrl);
        var rule = subscription.Rule is { } name ? snapshot.Rules.Find(name) : null;
        if ((subscription.Query is { } text ? QueryParser.Parse(text).Query : rule?.Query) is not { } query)
        {
            return new SubscriptionFinding(
                subscription, false, subscription.Query is null ? "alerts.yaml has no such rule any more" : "it is no query any more");
        }

        var finding = QueryFindings.Of(query, ItemTexts.Of(item, feed));
        var obstacle = !OpenToPeople.Is(item, feed)
            ? "its feed is read with credentials, and only destinations of alerts.yaml are told of it; "
            : ObstacleOf(rule, item);
        return new SubscriptionFinding(
            subscription, obstacle is null && finding.Holds, obstacle + QueryFindingText.Of(finding), finding);
    }

    private string? ObstacleOf(WatchRule? rule, ArchivedItem item) => rule switch
    {
        null => null,
        { Subscribe: false } => "the rule is not open to people who subscribe; ",
        { MutedUntil: { } until } when until > time.GetUtcNow() =>
            string.Create(CultureInfo.InvariantCulture, $"the rule is muted until {until.UtcDateTime:d MMM yyyy HH:mm} UTC; "),
        _ when !configuration.Snapshot.Rules.LooksAt(rule, item.FeedUrl) => "the rule does not look at this feed; ",
        _ => null,
    };

    // It waits for one of the reader's schedules, or was told by one of them, which may have been changed since.
    private async Task<SubscriberAlert?> FollowAsync(
        Subscriber subscriber, IReadOnlyList<ArchivedItem> story, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var matched = subscriber.Subscriptions.Where(subscription => Explain(subscription, story).IsMatch).ToList();
        var soonest = matched.Select(SubscriptionSchedule.Of).OfType<SubscriptionSchedule>().MinBy(schedule => schedule.NextAt(now))?.Key;
        var schedules = subscriber.Subscriptions.Select(SubscriptionSchedule.KeyOf).Distinct().OrderByDescending(key => key == soonest);
        var traces = new List<AlertTrace>();
        foreach (var schedule in schedules)
        {
            var found = await find.RunAsync(SubscriberName.Of(subscriber.Id, schedule), cancellationToken);
            IReadOnlyList<string> names = schedule == soonest ? [.. matched.Select(subscription => subscription.Name).Distinct()] : [];
            if (found.Destination is { } destination && await trace.RunAsync(destination, story, names, cancellationToken) is { } its)
            {
                traces.Add(its);
            }
        }

        var reader = new Destination { Name = SubscriberName.Of(subscriber.Id), Type = "email" };
        var alert = traces.Find(its => its.Standing is AlertStanding.Pending or AlertStanding.Retrying)
            ?? traces.FirstOrDefault()
            ?? await trace.RunAsync(reader, story, [], cancellationToken);
        return alert is null ? null : new SubscriberAlert(alert, ByScheduleOf(subscriber, alert.Delivery?.Destination ?? alert.Destination));
    }

    private static Subscription? ByScheduleOf(Subscriber subscriber, string destination)
    {
        var (_, schedule) = SubscriberName.Parse(destination);
        return subscriber.Subscriptions.FirstOrDefault(subscription => SubscriptionSchedule.KeyOf(subscription) == schedule);
    }
}
