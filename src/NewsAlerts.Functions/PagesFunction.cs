using System.Net;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using NewsAlerts.Pages;

namespace NewsAlerts.Functions;

/// <summary>
/// Hands every request below <c>/api/pages</c> to the endpoints: <c>publicUrl</c> is
/// <c>https://NAME.azurewebsites.net/api/pages</c>. Anybody may ask; what needs a secret has it in its path.
/// </summary>
internal sealed class PagesFunction(Endpoints endpoints)
{
    /// <summary>The function's name.</summary>
    public const string Name = "Pages";

    // The front end of the platform adds whoever called it to the end of this header.
    private const string ForwardedFor = "X-Forwarded-For";

    [Function(Name)]
    public async Task<HttpResponseData> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "pages/{*path}")] HttpRequestData request,
        CancellationToken cancellationToken)
    {
        var headers = request.Headers.ToDictionary(
            header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        var answer = await endpoints.AnswerAsync(
            new PageRequest
            {
                Method = request.Method.ToUpperInvariant(),
                Path = PathOf(request.Url),
                Query = FormValues.Parse(request.Url.Query),
                Headers = headers,
                RemoteAddress = AddressOf(headers.GetValueOrDefault(ForwardedFor)),
            },
            request.Body,
            cancellationToken);
        return await SendAsync(answer, request, cancellationToken);
    }

    private static string PathOf(Uri address)
    {
        const string Prefix = "/pages/";
        var path = address.AbsolutePath;
        var start = path.IndexOf(Prefix, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? "/" : path[(start + Prefix.Length - 1)..];
    }

    private static IPAddress? AddressOf(string? forwardedFor) =>
        IPEndPoint.TryParse(forwardedFor?.Split(',')[^1].Trim() ?? "", out var from) ? from.Address : null;

    private static async Task<HttpResponseData> SendAsync(
        PageAnswer answer, HttpRequestData request, CancellationToken cancellationToken)
    {
        var response = request.CreateResponse((HttpStatusCode)answer.Status);
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.Add(name, value);
        }

        if (answer.ContentType is not null)
        {
            response.Headers.Add("Content-Type", answer.ContentType);
            if (!request.Method.Equals("HEAD", StringComparison.OrdinalIgnoreCase))
            {
                await response.WriteBytesAsync(answer.Body.ToArray(), cancellationToken);
            }
        }

        return response;
    }
}
