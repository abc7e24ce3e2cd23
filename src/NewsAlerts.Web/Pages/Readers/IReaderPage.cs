namespace NewsAlerts.Web.Pages.Readers;

/// <summary>A page by which readers say what they want. GET shows it and changes nothing; POST acts, and twice is harmless.</summary>
internal interface IReaderPage
{
    /// <summary>The second segment of its path; empty for <c>/subscriptions</c> itself.</summary>
    string Name { get; }

    /// <summary>Answers a request.</summary>
    Task<PageAnswer> AnswerAsync(PageVisit visit, CancellationToken cancellationToken);
}
