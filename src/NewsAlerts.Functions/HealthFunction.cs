using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NewsAlerts.Monitoring;

namespace NewsAlerts.Functions;

/// <summary>
/// <c>GET /api/health</c>, with a function key: a request costs storage operations, which are not everybody's to spend.
/// </summary>
internal sealed class HealthFunction(ReadHealth health)
{
    /// <summary>The function's name.</summary>
    public const string Name = "Health";

    /// <summary>Answers 200 where the service is well, and 503 where somebody should look at it.</summary>
    [Function(Name)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/health")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var read = await health.RunAsync(cancellationToken);
        var status = read.IsWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return Results.Json(read, HealthJson.Default.ServiceHealth, statusCode: status);
    }
}
