using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsAlerts.Configuration;
using NewsAlerts.Http;
using NewsAlerts.Web;

namespace NewsAlerts.Local.Running;

/// <summary>Serves the endpoints over HTTP.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private PageServer(Uri listen, AnswerRequests answer, CurrentConfiguration configuration)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost
            .UseKestrelCore()
            .ConfigureKestrel(kestrel => kestrel.AddServerHeader = false)
            .UseUrls(listen.AbsoluteUri);
        builder.Services.AddSingleton<IHostLifetime, UnboundLifetime>();
        _application = builder.Build();
        _application.Run(context => answer.RunAsync(context, AddressOf(context, configuration.Snapshot.Configuration.Settings)));
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address => _application.Urls.Single().TrimEnd('/');

    /// <summary>Starts serving.</summary>
    /// <param name="listen">Where to listen; port 0 means any that is free.</param>
    /// <param name="answer">Answers what is asked.</param>
    /// <param name="configuration">Says whose word is taken for who has called.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="IOException">The address cannot be listened at; the message says why.</exception>
    public static async Task<PageServer> StartAsync(
        Uri listen, AnswerRequests answer, CurrentConfiguration configuration, CancellationToken cancellationToken)
    {
        var server = new PageServer(listen, answer, configuration);
        await server._application.StartAsync(cancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    // Behind a web server of one's own, everybody would be that one.
    private static IPAddress? AddressOf(HttpContext context, Settings settings) => ForwardedCaller.Of(
        context.Connection.RemoteIpAddress, context.Request.Headers[ForwardedCaller.Header].ToString(), settings.TrustedProxies);
}
