namespace NewsAlerts.Local.Demo.Sites;

/// <summary>A site and what it tells now: what its feed says.</summary>
/// <param name="Site">The site.</param>
/// <param name="Link">The site's address, with a slash at its end.</param>
/// <param name="Articles">Its articles, newest first; at least one.</param>
internal sealed record FrontPage(Site Site, string Link, IReadOnlyList<Article> Articles)
{
    /// <summary>The address of one of its articles.</summary>
    public string LinkOf(Article article) => Link + article.Id;
}
