using NewsAlerts.Configuration;
using NewsAlerts.Delivery;
using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Links;
using NewsAlerts.Web.Pages.Forms;
using NewsAlerts.Web.Pages.Html;
using NewsAlerts.Web.Pages.Texts;

namespace NewsAlerts.Web.Pages.Readers;

/// <summary>Where subscribers see what there is, change it and end it: <c>/subscriptions/manage?token=…</c></summary>
internal sealed class ManagePage(
    CurrentConfiguration configuration, SignedLinks links, Subscribers subscribers, ForgetSubscriber forget, LinkPages linkPages, TimeProvider time) : IReaderPage
{
    private const string Change = "change";
    private const string Remove = "remove";
    private const string Language = "language";
    private const string Forget = "forget";

    public string Name => SignedLinks.PathOf(LinkPurpose.Manage);

    public async Task<PageAnswer> AnswerAsync(PageVisit visit, CancellationToken cancellationToken)
    {
        if (links.Read(LinkPurpose.Manage, visit.Token) is not { Subject: { Reader: var reader } subject } link)
        {
            return LinkPages.Wrong(visit);
        }

        if (link.HasEnded(time.GetUtcNow()))
        {
            return await linkPages.EndedAsync(visit, subject, cancellationToken);
        }

        var subscriber = await subscribers.FindAsync(reader, cancellationToken);
        visit = visit.In(subscriber?.Language);
        if (subscriber is null)
        {
            return Nobody(visit);
        }

        return visit.Acts
            ? await ActAsync(visit, subscriber, visit.Request.Form, cancellationToken)
            : visit.Request.Query switch
            {
                var query when Find(subscriber, query[Change]) is { } changed => Edit(visit, FormOf(changed, subscriber), []),
                var query when query[Forget] is not null => AskToForget(visit, subscriber),
                _ => List(visit, subscriber),
            };
    }

    private Task<PageAnswer> ActAsync(PageVisit visit, Subscriber subscriber, FormValues form, CancellationToken cancellationToken) => form["action"] switch
    {
        Change when Find(subscriber, form["id"]) is { } changed => ChangeAsync(visit, subscriber, changed, form, cancellationToken),
        Remove => UpdateAsync(
            visit,
            subscriber,
            current => current.End(held => held.Id == form["id"], link: null, time.GetUtcNow()),
            visit.Texts.Removed,
            cancellationToken),
        Language when PageLanguages.Find(form["language"]) is { } texts => UpdateAsync(
            visit.In(texts.Tag), subscriber, current => current with { Language = texts.Tag }, texts.Saved, cancellationToken),
        Forget => ForgetAsync(visit, subscriber, cancellationToken),
        _ => Task.FromResult(List(visit, subscriber)),
    };

    private async Task<PageAnswer> ChangeAsync(
        PageVisit visit, Subscriber subscriber, Subscription changed, FormValues values, CancellationToken cancellationToken)
    {
        var form = SubscriptionForm.Of(values);
        var check = Check(visit, changed).Content(form, changed.Id);
        return check.Subscription is { } next && check.Hints.Count == 0
            ? await UpdateAsync(visit, subscriber, current => current.Change(next), visit.Texts.Saved, cancellationToken)
            : Edit(visit, form with { Meant = form.Query?.Trim() }, [.. check.Mistakes, .. check.Hints]);
    }

    private async Task<PageAnswer> UpdateAsync(
        PageVisit visit, Subscriber subscriber, Func<Subscriber, Subscriber> change, string done, CancellationToken cancellationToken)
    {
        var next = await subscribers.UpdateAsync(subscriber.Id, current => current is null ? null : change(current), cancellationToken);
        return next is null ? Nobody(visit) : List(visit, next, Markup.Of($"""<p class="well" role="status">{done}</p>{Markup.LineEnd}"""));
    }

    private async Task<PageAnswer> ForgetAsync(PageVisit visit, Subscriber subscriber, CancellationToken cancellationToken)
    {
        await forget.RunAsync(subscriber.Id, cancellationToken);
        return visit.Say(200, visit.Texts.ForgottenTitle, visit.Texts.Forgotten);
    }

    private static PageAnswer List(PageVisit visit, Subscriber subscriber, Markup? done = null)
    {
        var texts = visit.Texts;
        var suspended = subscriber.Suspended is null ? Markup.None : Markup.Of($"""
            <div class="wrong"><h2>{texts.SuspendedTitle}</h2>{texts.Suspended}</div>

            """);
        return visit.Show(new Page
        {
            Title = texts.ManageTitle,
            Above = Markup.Of($"{done}{suspended}"),
            Content = subscriber.Subscriptions.Count == 0 ? Markup.Of($"<p>{texts.NothingSubscribed}</p>\n{More(visit)}") : Markup.Of($"""
                <p>{texts.ManageLead(Markup.Entered(subscriber.Address))}</p>
                {subscriber.Subscriptions.Select(held => Entry(visit, held))}{More(visit)}
                <hr>
                <form method="post" class="field"><input type="hidden" name="action" value="{Language}">
                {FormView.Languages(texts)}<div class="actions"><button class="second small">{texts.Save}</button></div></form>
                <hr>
                <p class="quiet after"><a href="?token={visit.Token}&amp;{Forget}=1">{texts.Forget}</a></p>
                """),
        });
    }

    private static Markup Entry(PageVisit visit, Subscription held) => Markup.Of($"""
        <div class="entry">
        {Parts.Told(held, visit.Texts)}{Parts.Actions(
            Parts.Link(visit.Texts.Change, $"?token={visit.Token}&{Change}={held.Id}", "second small"),
            Parts.Button(visit.Texts.Remove, Remove, held.Id, "second small"))}</div>

        """);

    private static Markup More(PageVisit visit) => Parts.Actions(Parts.Link(visit.Texts.SubscribeToMore, visit.Look.Home, "second"));

    private PageAnswer Edit(PageVisit visit, SubscriptionForm form, IReadOnlyList<FormMistake> mistakes)
    {
        var id = visit.Request.Query[Change] ?? "";
        var view = new FormView(Offer(form.Rule), visit.Texts, form, mistakes);
        return visit.Show(new Page
        {
            Status = mistakes.Count > 0 ? 400 : 200,
            IsWrong = mistakes.Count > 0,
            Title = visit.Texts.ChangeTitle,
            Above = view.Summary(),
            Content = Markup.Of($"""
                <form method="post" novalidate><input type="hidden" name="action" value="{Change}"><input type="hidden" name="id" value="{id}">
                {view.What()}{view.When()}<input type="hidden" name="meant" value="{form.Meant}">
                {Parts.Actions(Markup.Of($"<button>{visit.Texts.Save}</button>\n"), Parts.Link(visit.Texts.Back, $"?token={visit.Token}"))}</form>
                """),
        });
    }

    private static PageAnswer AskToForget(PageVisit visit, Subscriber subscriber) => visit.Show(new Page
    {
        Title = visit.Texts.ForgetTitle,
        Content = Markup.Of($"""
            <p>{visit.Texts.ForgetLead(Markup.Entered(subscriber.Address))}</p>
            {Parts.Actions(Parts.Button(visit.Texts.Forget, Forget), Parts.Link(visit.Texts.Back, $"?token={visit.Token}"))}
            """),
    });

    private static PageAnswer Nobody(PageVisit visit) => visit.Say(
        200, visit.Texts.ManageTitle, visit.Texts.NothingSubscribed, More(visit));

    private FormCheck Check(PageVisit visit, Subscription changed) =>
        new(Offer(changed.Rule), configuration.Snapshot.Configuration.Settings, visit.Texts);

    // What somebody has may be kept, whatever is offered today.
    private SubscriptionOffer Offer(string? rule)
    {
        var offer = SubscriptionOffer.Of(configuration.Snapshot.Configuration, links);
        return rule is null ? offer with { Queries = true } : offer.Rules.Contains(rule) ? offer : offer with { Rules = [.. offer.Rules, rule] };
    }

    private static Subscription? Find(Subscriber subscriber, string? id) => subscriber.Subscriptions.FirstOrDefault(held => held.Id == id);

    private static SubscriptionForm FormOf(Subscription held, Subscriber subscriber) => new()
    {
        Query = held.Query,
        Rule = held.Rule,
        Send = held.Send,
        TimeZone = held.TimeZone,
        Language = subscriber.Language,
    };
}
