using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using NewsAlerts.Configuration;
using NewsAlerts.Polling;

namespace NewsAlerts.Functions;

/// <summary>Lets a step begin with the newest configuration, and not at all where there is none.</summary>
internal sealed class ConfigurationMiddleware(RefreshConfiguration refresh) : IFunctionsWorkerMiddleware
{
    /// <summary>
    /// Whether the function waits for a configuration: all do, but those that are there when nothing else works, and the pages,
    /// which say so to whom they answer.
    /// </summary>
    public static bool Applies(FunctionContext context) => context.FunctionDefinition.Name
        is not (HealthFunction.Name or PagesFunction.Name
            or KeepPoisonFunctions.Polls or KeepPoisonFunctions.NewItems or KeepPoisonFunctions.Alerts);

    /// <inheritdoc />
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        (await refresh.RunAsync(context.CancellationToken)).Demand();
        await next(context);
    }
}
