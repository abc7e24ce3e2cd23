using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsAlerts.Http;
using NewsAlerts.Pages;

namespace NewsAlerts.Local.Running;

/// <summary>Serves the endpoints over HTTP.</summary>
internal sealed partial class PageServer : IAsyncDisposable
{
    private const string ForwardedFor = "X-Forwarded-For";

    private readonly Endpoints _endpoints;
    private readonly ILogger _logger;
    private readonly WebApplication _application;

    private PageServer(Uri listen, Endpoints endpoints, ILogger<PageServer> logger)
    {
        (_endpoints, _logger) = (endpoints, logger);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost
            .UseKestrelCore()
            .ConfigureKestrel(kestrel => kestrel.AddServerHeader = false)
            .UseUrls(listen.AbsoluteUri);
        builder.Services.AddSingleton<IHostLifetime, UnboundLifetime>();
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address => _application.Urls.Single().TrimEnd('/');

    /// <summary>Starts serving.</summary>
    /// <param name="listen">Where to listen; port 0 means any that is free.</param>
    /// <param name="endpoints">What to serve.</param>
    /// <param name="logger">Where failures are written.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="IOException">The address cannot be listened at; the message says why.</exception>
    public static async Task<PageServer> StartAsync(
        Uri listen, Endpoints endpoints, ILogger<PageServer> logger, CancellationToken cancellationToken)
    {
        var server = new PageServer(listen, endpoints, logger);
        await server._application.StartAsync(cancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        // Each endpoint has a limit of its own.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        try
        {
            var answer = await _endpoints.AnswerAsync(Read(context), context.Request.Body, context.RequestAborted);
            await SendAsync(answer, context);
        }
        catch (Exception e) when (e is OperationCanceledException or BadHttpRequestException)
        {
            context.Abort();
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            Log.AnswerFailed(_logger, e, context.Request.Method);
            await SendAsync(PageAnswer.Text(500, "Something went wrong here. Please try again later.\n"), context);
        }
    }

    private static PageRequest Read(HttpContext context) => new()
    {
        Method = context.Request.Method,
        Path = context.Request.Path.ToUriComponent(),
        Query = FormValues.Parse(context.Request.QueryString.Value ?? ""),
        Headers = context.Request.Headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        RemoteAddress = AddressOf(context),
    };

    // Behind a web server of one's own, everybody would be that one: it adds whoever called it to the end of the header.
    private static IPAddress? AddressOf(HttpContext context)
    {
        var caller = context.Connection.RemoteIpAddress;
        var named = context.Request.Headers[ForwardedFor].ToString().Split(',')[^1].Trim();
        return caller is not null && !PublicAddress.Is(caller) && IPAddress.TryParse(named, out var address) ? address : caller;
    }

    private static Task SendAsync(PageAnswer answer, HttpContext context)
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

    // The path of a request may be a secret: it is not written down.
    private static partial class Log
    {
        [LoggerMessage(520, LogLevel.Error, "A {Method} request could not be answered")]
        public static partial void AnswerFailed(ILogger logger, Exception exception, string method);
    }
}
