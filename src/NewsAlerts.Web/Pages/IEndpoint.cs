namespace NewsAlerts.Web.Pages;

/// <summary>Answers every request to the paths that begin with one segment.</summary>
internal interface IEndpoint
{
    /// <summary>The first segment of its paths: <c>websub</c> for <c>/websub/…</c>; empty for <c>/</c>.</summary>
    string Name { get; }

    /// <summary>The methods that it knows: GET, POST or both.</summary>
    IReadOnlyList<string> Methods { get; }

    /// <summary>The most bytes that a body may have.</summary>
    int MaxBodyBytes { get; }

    /// <summary>Answers a request. What the sender did wrong is an answer; only our own failures throw.</summary>
    Task<PageAnswer> AnswerAsync(PageRequest request, CancellationToken cancellationToken);
}
