using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.HostTests.Azurite;

/// <summary>
/// Stands between a client and a storage account, and loses answers: the request is carried out, and the connection ends before
/// the client hears of it.
/// </summary>
internal sealed class LossyProxy : IAsyncDisposable
{
    private readonly HttpClient _client = new();
    private readonly List<LocalServer> _servers = [];
    private int _lose;

    /// <summary>The setting that names the account through the proxy.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>How many answers were lost.</summary>
    public int Lost { get; private set; }

    /// <summary>Starts one before an account.</summary>
    public static async Task<LossyProxy> StartAsync(AzuriteAccount account)
    {
        var proxy = new LossyProxy();
        var parts = new List<string>();
        foreach (var part in account.ConnectionString.Split(';'))
        {
            var (name, value) = (part[..part.IndexOf('=', StringComparison.Ordinal)], part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            parts.Add(name is "BlobEndpoint" or "QueueEndpoint" ? $"{name}={await proxy.StandBeforeAsync(new Uri(value))}" : part);
        }

        proxy.ConnectionString = string.Join(';', parts);
        return proxy;
    }

    /// <summary>Loses the next answer to a request that changes something.</summary>
    public void LoseNext() => _lose = 1;

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }
    }

    // What a client signs is the path, and not the host.
    private async Task<Uri> StandBeforeAsync(Uri target)
    {
        LocalServer? server = null;
        server = await LocalServer.StartAsync(context => ForwardAsync(context, server?.Requests[^1].Body ?? [], target));
        _servers.Add(server);
        return new Uri(server.Address, target.AbsolutePath);
    }

    private async Task ForwardAsync(HttpContext context, byte[] body, Uri target)
    {
        var asked = new Uri(context.Request.GetEncodedUrl());
        var request = new HttpRequestMessage(
            new HttpMethod(context.Request.Method), new UriBuilder(asked) { Host = target.Host, Port = target.Port }.Uri)
        {
            Content = new ByteArrayContent(body),
        };
        foreach (var (name, value) in context.Request.Headers.Where(header => header.Key is not ("Host" or "Content-Length")))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value);
            }
        }

        using var answer = await _client.SendAsync(request, context.RequestAborted);
        if (context.Request.Method is "PUT" or "POST" or "DELETE" && Interlocked.Exchange(ref _lose, 0) == 1)
        {
            Lost++;
            context.Abort();
            return;
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, value) in answer.Headers.Concat<KeyValuePair<string, IEnumerable<string>>>(answer.Content.Headers)
            .Where(header => header.Key is not ("Transfer-Encoding" or "Connection" or "Keep-Alive")))
        {
            context.Response.Headers[name] = value.ToArray();
        }

        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
