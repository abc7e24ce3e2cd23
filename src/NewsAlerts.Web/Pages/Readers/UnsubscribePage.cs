using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Messages.Texts;
using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Links;
using NewsAlerts.Subscriptions.Suppressed;
using NewsAlerts.Web.Pages.Html;

namespace NewsAlerts.Web.Pages.Readers;

/// <summary>
/// Where what an email came from is ended: <c>/subscriptions/unsubscribe?token=…</c> A mail program's POST (RFC 8058 §3.2) is
/// one that no button of ours sends: it acts at once, and is answered by 200, without redirects and cookies.
/// </summary>
internal sealed class UnsubscribePage(
    CurrentConfiguration configuration, SignedLinks links, Subscribers subscribers, Suppressions suppressions, TimeProvider time) : IReaderPage
{
    private const int MostRules = 8;

    private const string Stop = "stop";
    private const string StopAll = "stop-all";
    private const string Undo = "undo";

    public string Name => SignedLinks.PathOf(LinkPurpose.Unsubscribe);

    public Task<PageAnswer> AnswerAsync(PageVisit visit, CancellationToken cancellationToken) =>
        links.Read(LinkPurpose.Unsubscribe, visit.Token)?.Subject switch
        {
            null => Task.FromResult(LinkPages.Wrong(visit)),
            { Destination: { } name } subject => OfDestinationAsync(visit, subject, name, cancellationToken),
            { } subject => OfSubscriberAsync(visit, subject, cancellationToken),
        };

    private async Task<PageAnswer> OfDestinationAsync(
        PageVisit visit, LinkSubject subject, string name, CancellationToken cancellationToken)
    {
        List<Destination> theirs =
        [
            .. configuration.Snapshot.Configuration.Destinations
                .Where(destination => destination.To is { } to && SubscriberId.Of(to) == subject.Reader),
        ];
        if (theirs is not [{ To: { } address }, ..])
        {
            return Nothing(visit);
        }

        var ended = await FindAsync(address, name, cancellationToken);
        List<Destination> meant = [.. theirs.Where(destination => IsMeant(destination, name, theirs, ended))];
        if (meant is not [{ Language: var language }, ..])
        {
            return Nothing(visit);
        }

        visit = visit.In(language);
        switch (visit.Acts ? visit.Request.Form["action"] ?? "" : null)
        {
            case null:
                break;
            case Undo when ended is null || CanUndo(ended):
                await suppressions.RemoveAsync(address, name, cancellationToken);
                return Undone(visit, address, OfDestinations(visit, meant));
            case Undo:
                break;
            default:
                await suppressions.AddAsync(address, name, [.. theirs.Except(meant).Select(kept => kept.Name)], cancellationToken);
                ended = await FindAsync(address, name, cancellationToken);
                break;
        }

        return ended is not null
            ? Ended(visit, address, Markup.Of($"{OfDestinations(visit, meant)}{(CanUndo(ended) ? Mistake(visit) : Markup.None)}"))
            : Ask(visit, address, OfDestinations(visit, meant), Parts.Button(visit.Texts.Unsubscribe, Stop));
    }

    private bool CanUndo(SuppressedDestination ended) =>
        time.GetUtcNow() - ended.At is var ago && ago < SubscriberChanges.UndoFor && ago > -SubscriberChanges.UndoFor;

    private async Task<SuppressedDestination?> FindAsync(string address, string name, CancellationToken cancellationToken) =>
        (await suppressions.FindAsync(address, cancellationToken))?.Destinations.FirstOrDefault(ended => ended.Name == name);

    // Links live for years. Where the address has nothing of that name any more, what is meant is whatever it gets, but what
    // its reader has kept.
    private static bool IsMeant(Destination destination, string name, IEnumerable<Destination> theirs, SuppressedDestination? ended) =>
        destination.Name == name || (theirs.All(other => other.Name != name) && ended?.Kept.Contains(destination.Name) != true);

    private async Task<PageAnswer> OfSubscriberAsync(PageVisit visit, LinkSubject subject, CancellationToken cancellationToken)
    {
        var subscriber = await subscribers.FindAsync(subject.Reader, cancellationToken);
        var action = visit.Request.Form["action"] ?? "";
        if (visit.Acts && subscriber is not null)
        {
            List<PendingSubscription> undone =
                action == Undo ? [.. subscriber.Pending.Where(pending => pending.EndedBy == subject.Key)] : [];
            subscriber = await subscribers.UpdateAsync(
                subject.Reader,
                current => action == Undo ? current?.Undo(subject.Key) : current?.End(IsEnded, subject.Key, time.GetUtcNow()),
                cancellationToken);
            if (subscriber is not null && undone.Count > 0)
            {
                visit = visit.In(subscriber.Language);
                return Undone(visit, subscriber.Address, Told(undone.Select(pending => pending.Subscription), visit));
            }
        }

        visit = visit.In(subscriber?.Language);
        var held = subscriber?.Subscriptions.Where(subject.IsAbout).ToList() ?? [];
        if (subscriber is null)
        {
            return Nothing(visit);
        }

        if (held.Count > 0)
        {
            var all = subscriber.Subscriptions.Count > held.Count
                ? Parts.Button(visit.Texts.UnsubscribeAll, StopAll, look: "second")
                : Markup.None;
            return Ask(visit, subscriber.Address, Told(held, visit), Parts.Button(visit.Texts.Unsubscribe, Stop), all);
        }

        var ended = subscriber.Pending.Where(pending => pending.EndedBy == subject.Key).Select(pending => pending.Subscription).ToList();
        return ended.Count == 0
            ? Nothing(visit)
            : Ended(visit, subscriber.Address, Markup.Of($"{Told(ended, visit)}{Mistake(visit)}"));

        bool IsEnded(Subscription subscription) => action == StopAll || subject.IsAbout(subscription);
    }

    private static PageAnswer Nothing(PageVisit visit) => visit.Say(200, visit.Texts.NothingIsSentTitle, visit.Texts.NothingIsSent);

    private static PageAnswer Ask(PageVisit visit, string address, Markup what, params Markup[] actions) => visit.Show(new Page
    {
        Title = visit.Texts.UnsubscribeTitle,
        Content = Markup.Of($"<p>{visit.Texts.UnsubscribeLead(Markup.Entered(address))}</p>\n{what}{Parts.Actions(actions)}"),
    });

    private static PageAnswer Ended(PageVisit visit, string address, Markup what) => visit.Show(new Page
    {
        Title = visit.Texts.UnsubscribedTitle,
        Content = Markup.Of($"<p>{visit.Texts.UnsubscribedLead(Markup.Entered(address))}</p>\n{what}"),
    });

    private static PageAnswer Undone(PageVisit visit, string address, Markup what) => visit.Show(new Page
    {
        Title = visit.Texts.UndoneTitle,
        Content = Markup.Of($"<p>{visit.Texts.UndoneLead(Markup.Entered(address))}</p>\n{what}"),
    });

    // By the same link, and for a while: it gives nothing that was not there before.
    private static Markup Mistake(PageVisit visit) => Markup.Of($"""
        <p class="quiet">{visit.Texts.ByMistake}</p>
        {Parts.Button(visit.Texts.Undo, Undo, look: "second")}
        """);

    private static Markup Told(IEnumerable<Subscription> subscriptions, PageVisit visit) =>
        Markup.Of($"{subscriptions.Select(held => Parts.Told(held, visit.Texts))}");

    private Markup OfDestinations(PageVisit visit, IEnumerable<Destination> meant) =>
        Markup.Of($"{meant.Select(destination => OfDestination(visit, destination))}");

    // What its reader knows from the emails: the rules, and when they come. The name is for who writes alerts.yaml.
    private Markup OfDestination(PageVisit visit, Destination destination)
    {
        var rules = configuration.Snapshot.Configuration.Rules.Where(rule => rule.Notify.Contains(destination.Name)).ToList();
        IReadOnlyList<Markup> told = rules.Count == 0
            ? [visit.Texts.OfDestination(Markup.Entered(destination.Name))]
            : [.. rules.Take(MostRules).Select(rule => Markup.Text(visit.Texts.TopicNamed(rule.Name)))];
        var more = rules.Count > MostRules ? $"{Languages.Of(visit.Texts.Tag).AndMoreRules(rules.Count - MostRules)}. " : "";
        return Markup.Of($"""
            {told.Select(Parts.What)}<p class="quiet">{more}{Parts.When(destination.Timing, visit.Texts)}</p>

            """);
    }
}
