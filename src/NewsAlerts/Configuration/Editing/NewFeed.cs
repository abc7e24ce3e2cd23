namespace NewsAlerts.Configuration.Editing;

/// <summary>A feed that is to be added to alerts.yaml.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Name">What to call it; null means by its own title.</param>
/// <param name="Tags">Labels by which rules choose feeds.</param>
internal sealed record NewFeed(string Url, string? Name, IReadOnlyList<string> Tags);
