using System.Text.RegularExpressions;
using NewsAlerts.Channels;
using NewsAlerts.Delivery;
using NewsAlerts.Feeds;
using NewsAlerts.Messages;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Links;
using NewsAlerts.Web.Pages.Texts;

namespace NewsAlerts.Web.Pages.Readers;

/// <summary>Has an email sent with the link that somebody asks for: one message to a queue, whoever it is about.</summary>
internal sealed partial class AskReader(SignedLinks links, StepMessages messages)
{
    private const int IdBytes = 16;

    // A stranger's text goes to somebody who did not ask for it: no more of it than shows what it is about.
    private const int LongestShown = 120;

    /// <summary>Sends it; nothing where links are not made.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="texts">The language of the email.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task RunAsync(SubscriptionRequest request, PageTexts texts, CancellationToken cancellationToken)
    {
        var confirmed = request.Subscription?.Id ?? request.Pending;
        var link = confirmed is null ? links.Manage(request.Reader) : links.Confirm(request.Reader, confirmed);
        if (link is null)
        {
            return;
        }

        var type = confirmed is null ? "subscription.manage" : "subscription.confirm";
        var message = new WakeDestination
        {
            Destination = SubscriberName.Of(request.Reader),
            Request = request,
            Notice = new Notice
            {
                Id = StableHash.Of($"{type}\n{request.Reader}\n{confirmed}\n{request.At.UtcTicks}", IdBytes),
                Type = type,
                Title = confirmed is null ? texts.ManageMailTitle : texts.ConfirmMailTitle,
                Paragraphs = [.. Paragraphs(request, confirmed is not null, texts)],
                Action = new NoticeLink(confirmed is null ? texts.YourSubscriptions : texts.Confirm, link),
                At = request.At,
            },
        };
        await messages.SendAsync(message, TimeSpan.Zero, cancellationToken);
    }

    private IEnumerable<string> Paragraphs(SubscriptionRequest request, bool confirms, PageTexts texts)
    {
        var host = new Uri(links.Site ?? "").Host;
        return (confirms, request.Subscription) switch
        {
            (false, _) => [texts.ManageMailLead(host), texts.ManageMailHint],
            (_, { } asked) => [texts.ConfirmMailLead(host), Shown(Parts.Named(asked, texts)), Parts.When(asked, texts), texts.ConfirmMailHint],
            _ => [texts.NewLinkMailLead(host), texts.ConfirmMailHint],
        };
    }

    /// <summary>Mail programs make links of what looks like a site's name: the zero-width space keeps them from it.</summary>
    private static string Shown(string text) =>
        SiteDot().Replace(Graphemes.Cut(text, LongestShown), "\u200B$0");

    [GeneratedRegex(@"(?<=\w)\.(?=\w)|://")]
    private static partial Regex SiteDot();
}
