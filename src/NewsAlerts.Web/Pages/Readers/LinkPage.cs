using NewsAlerts.Configuration;
using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Links;
using NewsAlerts.Web.Pages.Forms;
using NewsAlerts.Web.Pages.Html;

namespace NewsAlerts.Web.Pages.Readers;

/// <summary>Where subscribers ask for the link to their subscriptions: <c>/subscriptions/link</c></summary>
internal sealed class LinkPage(
    CurrentConfiguration configuration, SignedLinks links, RequestLimits limits, AskReader ask, TimeProvider time) : IReaderPage
{
    public const string PathName = "link";

    public string Name => PathName;

    public async Task<PageAnswer> AnswerAsync(PageVisit visit, CancellationToken cancellationToken)
    {
        visit = visit.In(visit.Request.Query["lang"]);
        if (!links.AreMade)
        {
            return visit.Say(404, visit.Texts.ClosedTitle, visit.Texts.Closed);
        }

        var entered = visit.Acts ? visit.Request.Form["address"] : null;
        var check = Check(visit).Address(entered);
        if (!visit.Acts || check.Address is not { } address)
        {
            return Form(visit, entered, visit.Acts ? check.Mistakes : []);
        }

        if (await limits.TakeAsync(visit.Request.RemoteAddress, cancellationToken) is { } wait)
        {
            return new FormReply(visit).Later(wait);
        }

        var request = new SubscriptionRequest
        {
            Reader = SubscriberId.Of(address),
            Address = address,
            Language = visit.Texts.Tag,
            At = time.GetUtcNow(),
        };
        await ask.RunAsync(request, visit.Texts, cancellationToken);
        return visit.Say(202, visit.Texts.NewLinkTitle, visit.Texts.NewLinkLead);
    }

    private FormCheck Check(PageVisit visit)
    {
        var snapshot = configuration.Snapshot.Configuration;
        return new FormCheck(SubscriptionOffer.Of(snapshot, links), snapshot.Settings, visit.Texts);
    }

    private static PageAnswer Form(PageVisit visit, string? entered, IReadOnlyList<FormMistake> mistakes)
    {
        var view = new FormView(SubscriptionOffer.Nothing, visit.Texts, new SubscriptionForm { Address = entered }, mistakes);
        return visit.Show(new Page
        {
            Status = mistakes.Count > 0 ? 400 : 200,
            IsWrong = mistakes.Count > 0,
            Title = visit.Texts.YourSubscriptions,
            Above = view.Summary(),
            Content = Markup.Of($"""
                <p>{visit.Texts.LinkLead}</p>
                <form method="post" novalidate>
                {view.Address(visit.Texts.LinkHint)}<div class="actions"><button>{visit.Texts.SendLink}</button></div>
                </form>
                """),
        });
    }
}
