using NewsAlerts.Configuration;
using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Links;
using NewsAlerts.Web.Pages.Readers;

namespace NewsAlerts.Web.Pages;

/// <summary>
/// The public address itself, as people type it: leads to where they subscribe, or, where nobody can, to where those who have
/// subscribed ask for their link.
/// </summary>
internal sealed class FirstPage(CurrentConfiguration configuration, SignedLinks links) : IEndpoint
{
    public string Name => "";

    public IReadOnlyList<string> Methods { get; } = ["GET"];

    public int MaxBodyBytes => 0;

    public Task<PageAnswer> AnswerAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var subscriptions = $"{links.Site}/{SignedLinks.PathName}";
        return Task.FromResult(
            SubscriptionOffer.Of(configuration.Snapshot.Configuration, links).IsOpen ? PageAnswer.SeeOther(subscriptions)
            : links.AreMade ? PageAnswer.SeeOther($"{subscriptions}/{LinkPage.PathName}")
            : PageAnswer.NothingHere);
    }
}
