namespace NewsAlerts.Local.Demo.Sites;

/// <summary>A story that a site has told.</summary>
/// <param name="Id">The name in its address, unique within the site.</param>
/// <param name="Title">The headline.</param>
/// <param name="Summary">The teaser.</param>
/// <param name="Category">Its subject.</param>
/// <param name="Published">When it was told, UTC, to the second.</param>
internal sealed record Article(string Id, string Title, string Summary, string Category, DateTimeOffset Published);
