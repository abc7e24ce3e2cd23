namespace NewsAlerts.Subscriptions.Links;

/// <summary>What the token of a link says, which nobody but us can have written.</summary>
/// <param name="Subject">Whom it is about.</param>
/// <param name="Until">When it ends, UTC; null means never.</param>
internal sealed record SignedLink(LinkSubject Subject, DateTimeOffset? Until)
{
    /// <summary>Whether it has ended.</summary>
    public bool HasEnded(DateTimeOffset now) => Until <= now;
}
