using NewsAlerts.Configuration;
using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Links;
using NewsAlerts.Web.Pages.Html;

namespace NewsAlerts.Web.Pages.Readers;

/// <summary>Where a subscription is confirmed: <c>/subscriptions/confirm?token=…</c></summary>
internal sealed class ConfirmPage(
    CurrentConfiguration configuration, SignedLinks links, Subscribers subscribers, LinkPages linkPages, TimeProvider time) : IReaderPage
{
    public string Name => SignedLinks.PathOf(LinkPurpose.Confirm);

    public async Task<PageAnswer> AnswerAsync(PageVisit visit, CancellationToken cancellationToken)
    {
        if (links.Read(LinkPurpose.Confirm, visit.Token) is not { Subject: { Subscriptions: { } id, Reader: var reader } subject } link)
        {
            return LinkPages.Wrong(visit);
        }

        if (link.HasEnded(time.GetUtcNow()))
        {
            return await linkPages.EndedAsync(visit, subject, cancellationToken);
        }

        var subscriber = await subscribers.FindAsync(reader, cancellationToken);
        var pending = subscriber?.Pending.FirstOrDefault(waiting => waiting.Subscription.Id == id && !waiting.Ended);
        visit = visit.In(pending?.Language ?? subscriber?.Language);
        if (subscriber is null || pending is null)
        {
            return subscriber?.Subscriptions.FirstOrDefault(held => held.Id == id) is { } held
                ? Confirmed(visit, subscriber, held)
                : NothingWaits(visit, reader);
        }

        if (!SubscriptionOffer.Of(configuration.Snapshot.Configuration, links).Has(pending.Subscription))
        {
            return visit.Say(404, visit.Texts.ClosedTitle, visit.Texts.Closed);
        }

        if (!visit.Acts)
        {
            return Ask(visit, subscriber, pending.Subscription);
        }

        var next = await subscribers.UpdateAsync(reader, current => current?.Confirm(id), cancellationToken);
        return next?.Pending.Any(waiting => waiting.Subscription.Id == id && !waiting.Ended) == true
            ? Full(visit, reader)
            : Confirmed(visit, next ?? subscriber, pending.Subscription);
    }

    private static PageAnswer Ask(PageVisit visit, Subscriber subscriber, Subscription asked) => visit.Show(new Page
    {
        Title = visit.Texts.ConfirmTitle,
        Content = Markup.Of($"""
            <p>{visit.Texts.ConfirmLead(Markup.Entered(subscriber.Address))}</p>
            {Parts.Told(asked, visit.Texts)}{Parts.Actions(Parts.Button(visit.Texts.Confirm, "confirm"))}
            <p class="quiet after">{visit.Texts.ConfirmHint}</p>
            """),
    });

    private PageAnswer Confirmed(PageVisit visit, Subscriber subscriber, Subscription held) => visit.Show(new Page
    {
        Title = visit.Texts.ConfirmedTitle,
        Content = Markup.Of($"""
            <p>{visit.Texts.ConfirmedLead(Markup.Entered(subscriber.Address))}</p>
            {Parts.Told(held, visit.Texts)}{ToManage(visit, subscriber.Id)}
            """),
    });

    private PageAnswer NothingWaits(PageVisit visit, string reader) =>
        visit.Say(404, visit.Texts.NothingWaitsTitle, visit.Texts.NothingWaits, ToManage(visit, reader));

    private PageAnswer Full(PageVisit visit, string reader) =>
        visit.Say(409, visit.Texts.FullTitle, visit.Texts.Full(SubscriberChanges.MostSubscriptions), ToManage(visit, reader));

    // Who follows the link reads what is sent to the address: the subscriptions are theirs.
    private Markup ToManage(PageVisit visit, string reader) => links.Manage(reader) is { } manage
        ? Parts.Actions(Parts.Link(visit.Texts.YourSubscriptions, manage.AbsoluteUri))
        : Markup.None;
}
