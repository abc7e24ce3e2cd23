namespace NewsAlerts.Explaining;

/// <summary>How many articles a subscription would have been sent.</summary>
/// <param name="Articles">How many, each story once.</param>
/// <param name="Days">In how many days until now: at most <see cref="CountArticles.MostDays"/>.</param>
internal sealed record ArticleCount(int Articles, int Days);
