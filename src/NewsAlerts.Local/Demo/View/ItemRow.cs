namespace NewsAlerts.Local.Demo.View;

/// <summary>An item, as the view shows it.</summary>
/// <param name="Time">When it was published, or else seen first, UTC.</param>
/// <param name="Feed">Its feed's name.</param>
/// <param name="Title">Its headline.</param>
internal sealed record ItemRow(DateTimeOffset Time, string Feed, string Title);
