using System.Net;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using NewsAlerts.Pipeline;

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
    public async Task<HttpResponseData> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "health")] HttpRequestData request,
        CancellationToken cancellationToken)
    {
        var read = await health.RunAsync(cancellationToken);
        var response = request.CreateResponse(read.IsWell ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable);
        response.Headers.Add("Content-Type", "application/json");
        await response.WriteBytesAsync(JsonSerializer.SerializeToUtf8Bytes(read, HealthJson.Default.ServiceHealth), cancellationToken);
        return response;
    }
}
