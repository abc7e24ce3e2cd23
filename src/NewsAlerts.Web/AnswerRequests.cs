using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using NewsAlerts.Web.Pages;

namespace NewsAlerts.Web;

/// <summary>Answers HTTP requests by the endpoints of the core, whichever host received them.</summary>
internal sealed partial class AnswerRequests(Endpoints endpoints, ILogger<AnswerRequests> logger)
{
    /// <summary>
    /// Answers one request. Our own failure is a page with status 500; a sender that has gone, or that breaks the
    /// protocol, gets its connection closed.
    /// </summary>
    /// <param name="context">The request, and where the answer goes.</param>
    /// <param name="caller">Who asks, as far as the host can tell; null where it cannot.</param>
    public async Task RunAsync(HttpContext context, IPAddress? caller)
    {
        // Each endpoint has a limit of its own.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        try
        {
            var answer = await endpoints.AnswerAsync(Read(context, caller), context.Request.Body, context.RequestAborted);
            await SendAsync(answer, context);
        }
        catch (Exception e) when (e is OperationCanceledException or BadHttpRequestException)
        {
            context.Abort();
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            Log.AnswerFailed(logger, e, context.Request.Method);
            await SendAsync(PageAnswer.Text(500, "Something went wrong here. Please try again later.\n"), context);
        }
    }

    /// <summary>Sends an answer.</summary>
    public static Task SendAsync(PageAnswer answer, HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.ContentType is null)
        {
            return Task.CompletedTask;
        }

        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(answer.Body, context.RequestAborted).AsTask();
    }

    private static PageRequest Read(HttpContext context, IPAddress? caller) => new()
    {
        Method = context.Request.Method,
        Path = context.Request.Path.ToUriComponent(),
        Query = FormValues.Parse(context.Request.QueryString.Value ?? ""),
        Headers = context.Request.Headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        RemoteAddress = caller,
    };

    // The path of a request may be a secret: it is not written down.
    private static partial class Log
    {
        [LoggerMessage(520, LogLevel.Error, "A {Method} request could not be answered")]
        public static partial void AnswerFailed(ILogger logger, Exception exception, string method);
    }
}
