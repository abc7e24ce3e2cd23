using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace NewsAlerts.HostTests.FunctionsApp;

/// <summary>
/// What a function app answers to the web: routes as the worker's metadata and host.json say, keys, the platform's own home page where it
/// is not turned off, and requests forwarded by YARP, as in the real host.
/// </summary>
internal sealed class HttpFront : IAsyncDisposable
{
    /// <summary>The function key that is right.</summary>
    public const string Key = "key-of-this-test";

    private const string KeyHeader = "x-functions-key";
    private const string InvocationHeader = "x-ms-invocation-id";
    private const string ForwardedFor = "X-Forwarded-For";

    private readonly WebApplication _application;
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private HttpFront(WebApplication application) => _application = application;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_application.Urls.Single());

    /// <summary>Starts it for the functions of a worker.</summary>
    /// <param name="functions">The functions.</param>
    /// <param name="hasHomePage">Whether the platform shows its own page at the root.</param>
    /// <param name="worker">The worker that runs now.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<HttpFront> StartAsync(
        IEnumerable<WorkerFunction> functions, bool hasHomePage, Func<Task<WorkerProcess>> worker, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        builder.Logging.ClearProviders();
        builder.Services.AddHttpForwarder();
        var application = builder.Build();
        var front = new HttpFront(application);
        if (hasHomePage)
        {
            application.MapGet("/", () => "Your Functions app is up and running");
        }

        foreach (var function in functions.Where(function => function.Kind == "httpTrigger"))
        {
            var methods = function.Trigger.GetProperty("methods").EnumerateArray().Select(method => method.GetString() ?? "");
            application.MapMethods(
                $"{RoutePrefix()}/{function.Text("route")}",
                methods,
                async (HttpContext context, IHttpForwarder forwarder) => await front.ForwardAsync(context, forwarder, function, await worker()));
        }

        await application.StartAsync(cancellationToken);
        return front;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _client.Dispose();
    }

    private async Task ForwardAsync(HttpContext context, IHttpForwarder forwarder, WorkerFunction function, WorkerProcess worker)
    {
        var request = context.Request;
        if (function.Text("authLevel").Equals("function", StringComparison.OrdinalIgnoreCase)
            && request.Headers[KeyHeader] != Key && request.Query["code"] != Key)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        // The platform's front end adds the caller and the port.
        var caller = $"{context.Connection.RemoteIpAddress}:{context.Connection.RemotePort}";
        request.Headers[ForwardedFor] = request.Headers[ForwardedFor] is { Count: > 0 } sent ? $"{sent}, {caller}" : caller;
        var id = Guid.NewGuid().ToString();
        request.Headers[InvocationHeader] = id;
        var invoked = worker.InvokeAsync(function, id, new Protocol.Value { Http = new Protocol.Http() }, context.RequestAborted);
        var target = worker.Web ?? throw new InvalidOperationException("the worker takes no HTTP requests");
        var error = await forwarder.SendAsync(context, target.AbsoluteUri, _client, ForwarderRequestConfig.Empty);
        Assert.Equal(ForwarderError.None, error);
        await invoked;
    }

    private static string RoutePrefix()
    {
        using var host = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(WorkerProcess.Folder, "host.json")));
        var prefix = host.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString() ?? "api";
        return prefix.Length == 0 ? "" : $"/{prefix}";
    }
}
