namespace NewsAlerts.Web.Pages.Html;

/// <summary>A page: what surrounds its content.</summary>
internal sealed record Page
{
    /// <summary>The status that it is answered with.</summary>
    public int Status { get; init; } = 200;

    /// <summary>What it is about, also its heading.</summary>
    public required string Title { get; init; }

    /// <summary>What stands below the heading.</summary>
    public required Markup Content { get; init; }

    /// <summary>What stands above the heading: that something went well, or what is wrong.</summary>
    public Markup Above { get; init; } = Markup.None;

    /// <summary>Whether something has to be corrected, which the window's title says first.</summary>
    public bool IsWrong { get; init; }

    /// <summary>Links to the same page in other languages; nothing where it keeps to that of its reader.</summary>
    public Markup Languages { get; init; } = Markup.None;

    /// <summary>The whole page as an answer.</summary>
    public PageAnswer In(PageLook look)
    {
        var texts = look.Texts;
        var title = IsWrong ? texts.WrongTitle(Title) : Title;
        return PageAnswer.Html(Status, Markup.Of($"""
            <!DOCTYPE html>
            <html lang="{texts.Tag}" dir="{texts.Direction}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title} – {look.Service}</title>
            <style>
            {PageStyle.Sheet}
            </style>
            </head>
            <body>
            <header><bdi>{look.Service}</bdi></header>
            <main>
            {Above}<h1>{Title}</h1>
            {Content}
            </main>
            <footer>
            {Languages}{Contact(look)}
            </footer>
            </body>
            </html>

            """).ToString());
    }

    private static Markup Contact(PageLook look)
    {
        if (look.Contact is not { } contact)
        {
            return Markup.None;
        }

        var address = contact.Contains("://", StringComparison.Ordinal) ? contact : $"mailto:{contact}";
        return Markup.Of($"""<p>{look.Texts.Questions} <a href="{address}">{contact}</a></p>""");
    }
}
