using NewsAlerts.Configuration;
using NewsAlerts.Explaining;
using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Links;
using NewsAlerts.Web.Pages.Forms;
using NewsAlerts.Web.Pages.Html;
using NewsAlerts.Web.Pages.Texts;

namespace NewsAlerts.Web.Pages.Readers;

/// <summary>
/// The form by which people subscribe, for browsers and for programs (JSON). What it answers, and the work until then, is the
/// same whoever an address belongs to. A link to it may fill in fields: <c>/subscriptions?rule=Climate+talks</c>.
/// </summary>
internal sealed class SubscribePage(
    CurrentConfiguration configuration, SignedLinks links, RequestLimits limits, AskReader ask, CountArticles count, TimeProvider time)
    : IReaderPage
{
    private const string CountAction = "count";

    public string Name => "";

    public Task<PageAnswer> AnswerAsync(PageVisit visit, CancellationToken cancellationToken)
    {
        visit = visit.In(visit.Request.Query["lang"]);
        var snapshot = configuration.Snapshot.Configuration;
        var offer = SubscriptionOffer.Of(snapshot, links);
        return visit switch
        {
            { Acts: true } => SubscribeAsync(visit, offer, snapshot.Settings, cancellationToken),
            _ when !offer.IsOpen => Task.FromResult(visit.Say(404, visit.Texts.ClosedTitle, visit.Texts.Closed)),
            _ => Task.FromResult(Form(visit, offer, Begun(visit, snapshot.Settings), [])),
        };
    }

    private async Task<PageAnswer> SubscribeAsync(
        PageVisit visit, SubscriptionOffer offer, Settings settings, CancellationToken cancellationToken)
    {
        var reply = new FormReply(visit);
        if (!offer.IsOpen)
        {
            return reply.Refuse(404, visit.Texts.ClosedTitle, visit.Texts.Closed);
        }

        var (json, problem) = reply.IsOfProgram ? JsonForm.Read(visit.Request.Body) : (null, null);
        if (problem is not null)
        {
            return FormReply.Refuse(400, problem);
        }

        var form = json?.Form ?? SubscriptionForm.Of(visit.Request.Form);
        var checks = new FormCheck(offer, settings, visit.Texts, reply.IsOfProgram);
        if (!reply.IsOfProgram && visit.Request.Form["action"] == CountAction)
        {
            return await CountAsync(visit, offer, form, checks, cancellationToken);
        }

        var check = json is null ? checks.Request(form) : checks.Request(json);
        if (check is not { Subscription: { } subscription, Address: { } address })
        {
            return reply.IsOfProgram ? reply.Refuse(check.Mistakes) : Form(visit, offer, form, check.Mistakes);
        }

        if (check.Hints.Count > 0 && !reply.IsOfProgram)
        {
            return Form(visit, offer, form with { Meant = form.Query?.Trim() }, check.Hints);
        }

        if (await limits.TakeAsync(visit.Request.RemoteAddress, cancellationToken) is { } wait)
        {
            return reply.Later(wait);
        }

        var request = new SubscriptionRequest
        {
            Reader = SubscriberId.Of(address),
            Address = address,
            Language = check.Language,
            Subscription = subscription,
            At = time.GetUtcNow(),
        };
        await ask.RunAsync(request, PageLanguages.Find(check.Language) ?? visit.Texts, cancellationToken);
        return reply.Accept(check, address, subscription);
    }

    // An address is not needed for that, and nothing is kept of what was entered.
    private async Task<PageAnswer> CountAsync(
        PageVisit visit, SubscriptionOffer offer, SubscriptionForm form, FormCheck checks, CancellationToken cancellationToken)
    {
        var check = checks.Content(form, id: "");
        if (check is not { Subscription: { } subscription, Hints: [] })
        {
            return check.Mistakes.Count > 0 ? Form(visit, offer, form, check.Mistakes) : Form(visit, offer, form with { Meant = form.Query?.Trim() }, check.Hints);
        }

        var counted = await count.RunAsync(subscription, cancellationToken);
        return Form(visit, offer, form, [], counted is { } all ? visit.Texts.ArticlesInDays(all.Articles, all.Days) : visit.Texts.ArticlesNotCounted);
    }

    // A link from elsewhere may have filled in a part: ?rule=…
    private static SubscriptionForm Begun(PageVisit visit, Settings settings)
    {
        var form = SubscriptionForm.Of(visit.Request.Query);
        return form with { TimeZone = form.TimeZone ?? settings.TimeZone };
    }

    private static PageAnswer Form(
        PageVisit visit, SubscriptionOffer offer, SubscriptionForm form, IReadOnlyList<FormMistake> mistakes, string? counted = null)
    {
        var view = new FormView(offer, visit.Texts, form, mistakes);
        return visit.Show(new Page
        {
            Status = mistakes.Count > 0 ? 400 : 200,
            IsWrong = mistakes.Count > 0,
            Title = visit.Texts.SubscribeTitle,
            Above = view.Summary(),
            Content = Markup.Of($"""
                <p class="lead">{visit.Texts.SubscribeLead}</p>
                <form method="post" novalidate>
                {view.What()}{view.When()}{view.Address(visit.Texts.AddressHint)}{view.Language()}<input type="hidden" name="meant" value="{form.Meant}">
                {(counted is null ? Markup.None : Markup.Of($"""<p class="counted" id="counted" role="status" tabindex="-1" autofocus>{counted}</p>{Markup.LineEnd}"""))}<div class="actions"><button>{visit.Texts.Subscribe}</button><button class="second" name="action" value="{CountAction}">{visit.Texts.HowManyArticles}</button></div>
                </form>
                <p class="quiet after"><a href="{visit.Look.Home}/{LinkPage.PathName}">{visit.Texts.AlreadySubscribed}</a></p>
                """),
            Languages = Markup.Of($"""
                <ul>
                {PageLanguages.All.Where(texts => texts != visit.Texts).Select(texts => Markup.Of($"""<li><a href="?lang={texts.Tag}" lang="{texts.Tag}" hreflang="{texts.Tag}">{texts.Name}</a></li>{Markup.LineEnd}"""))}</ul>

                """),
        });
    }
}
