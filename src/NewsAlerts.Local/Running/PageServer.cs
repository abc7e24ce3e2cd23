using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
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

    private PageServer(ListenAddress listen, AnswerRequests answer, CurrentConfiguration configuration)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost
            .UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                foreach (var address in listen.Addresses)
                {
                    kestrel.Listen(address, listen.Port);
                }
            });
        builder.Services.AddSingleton<IHostLifetime, UnboundLifetime>();
        _application = builder.Build();
        _application.Run(context => answer.RunAsync(context, AddressOf(context, configuration.Snapshot.Configuration.Settings)));
    }

    /// <summary>Where it listens, without a slash at the end; the first address where there are several.</summary>
    public string Address => _application.Urls.First().TrimEnd('/');

    /// <summary>Starts serving.</summary>
    /// <param name="listen">Where to listen; port 0 means any that is free.</param>
    /// <param name="answer">Answers what is asked.</param>
    /// <param name="configuration">Says whose word is taken for who has called.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="ListenException">The address cannot be listened at; the message says why.</exception>
    public static async Task<PageServer> StartAsync(
        Uri listen, AnswerRequests answer, CurrentConfiguration configuration, CancellationToken cancellationToken)
    {
        var server = new PageServer(await ListenAddress.ResolveAsync(listen, cancellationToken), answer, configuration);
        try
        {
            await server._application.StartAsync(cancellationToken);
            return server;
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            await server.DisposeAsync();
            throw new ListenException($"{listen.Authority} {ReasonOf(e)}", e);
        }
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    // Kestrel wraps only the first of these.
    private static string ReasonOf(Exception e) => (e as SocketException)?.SocketErrorCode switch
    {
        SocketError.AddressNotAvailable => "is no address of this machine",
        SocketError.AccessDenied => "may not be listened at: ports below 1024 are for privileged processes",
        null when e.InnerException is AddressInUseException => "is in use by another program",
        _ => $"cannot be listened at: {e.Message}",
    };

    // Behind a web server of one's own, everybody would be that one.
    private static IPAddress? AddressOf(HttpContext context, Settings settings) => ForwardedCaller.Of(
        context.Connection.RemoteIpAddress, context.Request.Headers[ForwardedCaller.Header].ToString(), settings.TrustedProxies);
}
