namespace NewsAlerts.Messages;

/// <summary>A feed as an alert names it.</summary>
/// <param name="Name">Its configured name, else its own title, else its host.</param>
/// <param name="Url">Its configured address, without user name, password and query.</param>
public sealed record AlertFeed(string Name, string Url);
