using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsAlerts.Http;
using NewsAlerts.Web;

namespace NewsAlerts.Local.Running;

/// <summary>Serves the endpoints over HTTP.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    private const string ForwardedFor = "X-Forwarded-For";

    private readonly WebApplication _application;

    private PageServer(Uri listen, AnswerRequests answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost
            .UseKestrelCore()
            .ConfigureKestrel(kestrel => kestrel.AddServerHeader = false)
            .UseUrls(listen.AbsoluteUri);
        builder.Services.AddSingleton<IHostLifetime, UnboundLifetime>();
        _application = builder.Build();
        _application.Run(context => answer.RunAsync(context, AddressOf(context)));
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address => _application.Urls.Single().TrimEnd('/');

    /// <summary>Starts serving.</summary>
    /// <param name="listen">Where to listen; port 0 means any that is free.</param>
    /// <param name="answer">Answers what is asked.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="IOException">The address cannot be listened at; the message says why.</exception>
    public static async Task<PageServer> StartAsync(Uri listen, AnswerRequests answer, CancellationToken cancellationToken)
    {
        var server = new PageServer(listen, answer);
        await server._application.StartAsync(cancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    // Behind a web server of one's own, everybody would be that one: it adds whoever called it to the end of the header.
    private static IPAddress? AddressOf(HttpContext context)
    {
        var caller = context.Connection.RemoteIpAddress;
        var named = context.Request.Headers[ForwardedFor].ToString().Split(',')[^1].Trim();
        return caller is not null && !PublicAddress.Is(caller) && IPAddress.TryParse(named, out var address) ? address : caller;
    }
}
