using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace NewsAlerts.Tests.Support;

/// <summary>A real HTTP server on a free port of 127.0.0.1 that keeps what it is asked.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();

    private LocalServer(RequestDelegate handler)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(async context =>
        {
            _requests.Enqueue(await ReadAsync(context.Request));
            await handler(context);
        });
    }

    /// <summary>Where it listens, with a slash at the end.</summary>
    public Uri Address => new($"{_app.Urls.Single()}/");

    /// <summary>What it was asked until now, in order.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    /// <summary>A server that answers as the handler says.</summary>
    public static async Task<LocalServer> StartAsync(RequestDelegate handler)
    {
        var server = new LocalServer(handler);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>A server that gives the same answer to everything.</summary>
    public static Task<LocalServer> StartAsync(int status, string answer = "", params (string Name, string Value)[] headers) =>
        StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            // Kestrel allows these statuses no body.
            if (answer.Length > 0 && status is not (204 or 205 or 304))
            {
                await context.Response.WriteAsync(answer);
            }
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<ReceivedRequest> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return new ReceivedRequest(
            request.Method,
            new Uri(request.GetEncodedUrl()),
            request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
    }
}
