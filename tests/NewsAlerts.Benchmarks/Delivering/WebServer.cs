using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace NewsAlerts.Benchmarks.Delivering;

/// <summary>Serves the wire at <c>/wire</c>, and each webhook at its name.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebServer(Wire wire, byte[] key, ConcurrentQueue<Arrival> arrivals)
    {
        var receivers = Cast.Webhooks
            .SelectMany(cast => cast.Names)
            .ToDictionary(name => $"/{name}", name => new WebhookReceiver(name, key, arrivals));
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(context => context.Request.Path == "/wire"
            ? wire.AnswerAsync(context)
            : receivers[context.Request.Path.Value ?? ""].AnswerAsync(context));
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address => _app.Urls.Single();

    /// <summary>Starts it.</summary>
    public static async Task<WebServer> StartAsync(Wire wire, byte[] key, ConcurrentQueue<Arrival> arrivals)
    {
        var server = new WebServer(wire, key, arrivals);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
