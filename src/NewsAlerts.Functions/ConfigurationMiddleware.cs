using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using NewsAlerts.Pipeline;

namespace NewsAlerts.Functions;

/// <summary>Lets a step begin with the newest configuration, and not at all where there is none.</summary>
internal sealed class ConfigurationMiddleware(RefreshConfiguration refresh) : IFunctionsWorkerMiddleware
{
    /// <summary>Whether the function is a step, or brings one its work; what else there is must work without a configuration.</summary>
    public static bool Applies(FunctionContext context) => context.FunctionDefinition.Name
        is nameof(SchedulePolls) or nameof(SendDigests) or nameof(AskHubs) or nameof(Housekeep)
        or nameof(PollFeeds) or nameof(MatchItems) or nameof(SendAlerts)
        or PagesFunction.Name;

    /// <inheritdoc />
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        (await refresh.RunAsync(context.CancellationToken)).Demand();
        await next(context);
    }
}
