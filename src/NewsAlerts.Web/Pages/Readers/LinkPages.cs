using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Links;
using NewsAlerts.Web.Pages.Forms;

namespace NewsAlerts.Web.Pages.Readers;

/// <summary>What is answered where a link does not (any more) lead anywhere.</summary>
internal sealed class LinkPages(RequestLimits limits, AskReader ask, TimeProvider time)
{
    /// <summary>What the button for a new link does.</summary>
    public const string NewLink = "new-link";

    /// <summary>The link is none of ours, or not whole.</summary>
    public static PageAnswer Wrong(PageVisit visit) => visit.Say(404, visit.Texts.WrongLinkTitle, visit.Texts.WrongLink);

    /// <summary>The link has ended: a new one is sent to the same address where that is wanted.</summary>
    public async Task<PageAnswer> EndedAsync(PageVisit visit, LinkSubject subject, CancellationToken cancellationToken)
    {
        if (!visit.Acts || visit.Request.Form["action"] != NewLink)
        {
            return visit.Say(
                410, visit.Texts.EndedLinkTitle, visit.Texts.EndedLink, Parts.Actions(Parts.Button(visit.Texts.NewLink, NewLink)));
        }

        if (await limits.TakeAsync(visit.Request.RemoteAddress, cancellationToken) is { } wait)
        {
            return new FormReply(visit).Later(wait);
        }

        var request = new SubscriptionRequest
        {
            Reader = subject.Reader,
            Language = visit.Texts.Tag,
            Pending = subject.Subscriptions,
            At = time.GetUtcNow(),
        };
        await ask.RunAsync(request, visit.Texts, cancellationToken);
        return visit.Say(202, visit.Texts.NewLinkTitle, visit.Texts.NewLinkLead);
    }
}
