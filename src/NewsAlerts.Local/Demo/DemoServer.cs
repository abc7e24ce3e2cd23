using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsAlerts.Local.Demo.Sites;
using NewsAlerts.Local.Running;

namespace NewsAlerts.Local.Demo;

/// <summary>
/// The demo's little internet, on a free port of the loopback address: the sites with their feeds and articles, and
/// <c>/desk</c>, which receives the webhook.
/// </summary>
internal sealed class DemoServer : IAsyncDisposable
{
    private readonly Newsroom _newsroom;
    private readonly WebhookReceiver _receiver;
    private readonly WebApplication _application;

    private DemoServer(Newsroom newsroom, WebhookReceiver receiver)
    {
        (_newsroom, _receiver) = (newsroom, receiver);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore().AddSingleton<IHostLifetime, UnboundLifetime>();
        _application = builder.Build();
        _application.MapGet("/{site}/feed", SendFeed);
        _application.MapGet("/{site}/{article}", SendArticle);
        _application.MapPost("/desk", ReceiveAsync);
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address => _application.Urls.Single();

    /// <summary>Starts serving.</summary>
    public static async Task<DemoServer> StartAsync(
        Newsroom newsroom, WebhookReceiver receiver, CancellationToken cancellationToken)
    {
        var server = new DemoServer(newsroom, receiver);
        await server._application.StartAsync(cancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private Task SendFeed(HttpContext context)
    {
        if (FindPage(context.Request) is not { } page)
        {
            return NotFound(context);
        }

        var format = DemoFormats.Of(page.Site);
        var feed = format.Write(page);
        var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(feed).AsSpan(0, 8))}\"";
        var answer = context.Response;
        answer.Headers.ETag = etag;
        if (context.Request.Headers.IfNoneMatch == etag)
        {
            answer.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        // Without a charset: the document itself says what it is in, as most feeds do.
        answer.ContentType = format.MediaType;
        return answer.BodyWriter.WriteAsync(feed, context.RequestAborted).AsTask();
    }

    private Task SendArticle(HttpContext context)
    {
        var page = FindPage(context.Request);
        if (page?.Articles.FirstOrDefault(article => article.Id == Value(context.Request, "article")) is not { } article)
        {
            return NotFound(context);
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(ArticlePage.Of(page.Site, article), context.RequestAborted);
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var isTaken = _receiver.Receive(
            headers["webhook-id"].ToString(),
            headers["webhook-timestamp"].ToString(),
            headers["webhook-signature"].ToString(),
            body.ToArray());
        context.Response.StatusCode = isTaken ? StatusCodes.Status204NoContent : StatusCodes.Status401Unauthorized;
    }

    private FrontPage? FindPage(HttpRequest request) =>
        _newsroom.Find(Value(request, "site"), $"{request.Scheme}://{request.Host}");

    private static string Value(HttpRequest request, string name) => request.RouteValues[name] as string ?? "";

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
