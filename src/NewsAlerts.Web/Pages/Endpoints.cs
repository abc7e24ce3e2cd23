using NewsAlerts.Http;

namespace NewsAlerts.Web.Pages;

/// <summary>Every endpoint: what a host hands each request to.</summary>
internal sealed class Endpoints(IEnumerable<IEndpoint> all)
{
    private readonly Dictionary<string, IEndpoint> _byName = all.ToDictionary(endpoint => endpoint.Name, StringComparer.Ordinal);

    /// <summary>Finds the endpoint of a request, reads the body as far as that one allows, and lets it answer.</summary>
    /// <param name="request">The request, without its body.</param>
    /// <param name="body">The body, not read yet.</param>
    /// <param name="cancellationToken">Ends the work: the sender has gone, or the process ends.</param>
    public async Task<PageAnswer> AnswerAsync(PageRequest request, Stream body, CancellationToken cancellationToken)
    {
        if (!_byName.TryGetValue(request.Segments.FirstOrDefault(""), out var endpoint))
        {
            return PageAnswer.NothingHere;
        }

        var method = request.Method == "HEAD" ? "GET" : request.Method;
        if (!endpoint.Methods.Contains(method))
        {
            return PageAnswer.Text(405, $"This address takes {string.Join(" and ", endpoint.Methods)}.\n")
                .With("Allow", string.Join(", ", endpoint.Methods));
        }

        var (bytes, complete) = await CappedContent.ReadAsync(body, endpoint.MaxBodyBytes, cancellationToken);
        return complete
            ? await endpoint.AnswerAsync(request with { Method = method, Body = bytes }, cancellationToken)
            : PageAnswer.Text(413, $"More than {endpoint.MaxBodyBytes} bytes are too many.\n");
    }
}
