using System.Net;
using NewsAlerts.Http;

namespace NewsAlerts.Web.Pages;

/// <summary>A request to one of our endpoints, whichever host received it.</summary>
public sealed record PageRequest
{
    /// <summary>The method, in upper case: GET or POST; HEAD comes as GET.</summary>
    public required string Method { get; init; }

    /// <summary>The path below the service's public address, as it was sent: <c>/websub/…</c></summary>
    public required string Path { get; init; }

    /// <summary>The parameters of the query.</summary>
    public FormValues Query { get; init; } = FormValues.None;

    /// <summary>The headers; a name finds its value in any case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Who asks, as far as the host can tell; null where it cannot.</summary>
    public IPAddress? RemoteAddress { get; init; }

    /// <summary>The body, never longer than the endpoint allows.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The parts of the path, as they were sent.</summary>
    public IReadOnlyList<string> Segments => Path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The body of an HTML form; empty where it is something else.</summary>
    public FormValues Form =>
        MediaType.Of(Headers.GetValueOrDefault("Content-Type")) == FormValues.MediaType
            ? FormValues.Parse(Body.Span)
            : FormValues.None;
}
