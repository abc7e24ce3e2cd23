using NewsAlerts.Channels.Email;
using NewsAlerts.Configuration;
using NewsAlerts.Subscriptions.Links;
using NewsAlerts.Web.Pages.Html;
using NewsAlerts.Web.Pages.Readers;
using NewsAlerts.Web.Pages.Texts;

namespace NewsAlerts.Web.Pages;

/// <summary>The pages by which readers say what they want: <c>/subscriptions</c>, and those that signed links lead to.</summary>
internal sealed class SubscriptionsEndpoint(
    IEnumerable<IReaderPage> pages, CurrentConfiguration configuration) : IEndpoint
{
    private readonly Dictionary<string, IReaderPage> _byName = pages.ToDictionary(page => page.Name, StringComparer.Ordinal);

    public string Name => SignedLinks.PathName;

    public IReadOnlyList<string> Methods { get; } = ["GET", "POST"];

    /// <summary>A form has some short fields.</summary>
    public int MaxBodyBytes => 16 * 1024;

    public Task<PageAnswer> AnswerAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (CrossSite.IsPost(request, configuration.Snapshot.Configuration.Settings.PublicUrl))
        {
            return Task.FromResult(PageAnswer.Text(403, "Another site has sent this form. Please send it from the page itself.\n"));
        }

        var visit = new PageVisit(request, LookOf(request));
        return request.Segments.Count <= 2 && _byName.TryGetValue(request.Segments.ElementAtOrDefault(1) ?? "", out var page)
            ? page.AnswerAsync(visit, cancellationToken)
            : Task.FromResult(LinkPages.Wrong(visit));
    }

    private PageLook LookOf(PageRequest request)
    {
        var settings = configuration.Snapshot.Configuration.Settings;
        var texts = PageLanguages.Liked(request.Headers.GetValueOrDefault("Accept-Language"))
            ?? PageLanguages.Find(settings.Language)
            ?? PageLanguages.All[0];
        var name = Mailbox.TryParse(settings.Smtp?.From, out var from) ? from.Name ?? "" : "";
        return new PageLook(texts, name.Length > 0 ? name : texts.Service, $"{settings.PublicUrl}/{SignedLinks.PathName}", settings.Contact);
    }
}
