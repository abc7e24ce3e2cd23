using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NewsAlerts.Configuration;
using NewsAlerts.Web;
using NewsAlerts.Web.Pages;

namespace NewsAlerts.Functions;

/// <summary>
/// Hands every request that no other function takes to the endpoints: pages, callbacks of hubs, and what lives at the root, so
/// that <c>publicUrl</c> is the bare address of the app. Anybody may ask; what needs a secret has it in its path.
/// </summary>
internal sealed class PagesFunction(RefreshConfiguration refresh, AnswerRequests answer)
{
    /// <summary>The function's name.</summary>
    public const string Name = "Pages";

    /// <summary>
    /// Answers a request. The platform's front end adds the caller to the end of <c>X-Forwarded-For</c>, and the worker's own
    /// middleware takes that entry for the remote address; what a caller wrote before it is never believed.
    /// </summary>
    [Function(Name)]
    public async Task RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "{*path}")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var context = request.HttpContext;
        if ((await refresh.RunAsync(cancellationToken)).Origin is null)
        {
            var notYet = PageAnswer.Text(503, "The service has no configuration to work with yet. Please try again later.\n");
            await AnswerRequests.SendAsync(notYet, context);
            return;
        }

        await answer.RunAsync(context, context.Connection.RemoteIpAddress);
    }
}
