using NewsAlerts.Web.Pages.Html;
using NewsAlerts.Web.Pages.Texts;

namespace NewsAlerts.Web.Pages.Readers;

/// <summary>A request to a page, and how it is to be answered.</summary>
/// <param name="Request">The request.</param>
/// <param name="Look">The language that the browser likes best, and what the service is called.</param>
internal sealed record PageVisit(PageRequest Request, PageLook Look)
{
    /// <summary>The texts.</summary>
    public PageTexts Texts => Look.Texts;

    /// <summary>Whether something is to be done, and not only shown.</summary>
    public bool Acts => Request.Method == "POST";

    /// <summary>The token of the link that was followed.</summary>
    public string? Token => Request.Query["token"];

    /// <summary>In the language of somebody who has chosen one.</summary>
    public PageVisit In(string? language) =>
        PageLanguages.Find(language) is { } texts ? this with { Look = Look with { Texts = texts } } : this;

    /// <summary>The page as the answer.</summary>
    public PageAnswer Show(Page page) => page.In(Look);

    /// <summary>A page that says something, and offers what can be done next.</summary>
    public PageAnswer Say(int status, string title, string text, Markup? next = null) =>
        Say(status, title, Markup.Text(text), next);

    /// <summary>The same, with names and addresses in the text.</summary>
    public PageAnswer Say(int status, string title, Markup text, Markup? next = null) => Show(new Page
    {
        Status = status,
        Title = title,
        Content = Markup.Of($"<p>{text}</p>\n{next}"),
    });
}
