using NewsAlerts.Feeds;
using NewsAlerts.Polling.Asking;

namespace NewsAlerts.Local.Commands.Feeds;

/// <summary>Reads feeds from addresses and files.</summary>
/// <param name="client">Fetches addresses.</param>
/// <param name="base">Where a file's document came from.</param>
/// <param name="headers">How a file's document was served: <c>name: value</c> each.</param>
internal sealed class FeedInputReader(FeedClient client, Uri? @base, IReadOnlyList<string> headers)
{
    /// <summary>Reads one input; whatever is wrong with it is in what it returns.</summary>
    public async Task<FeedInput> ReadAsync(string input, CancellationToken cancellationToken)
    {
        if (!IsAddress(input))
        {
            return await ReadFileAsync(input, cancellationToken);
        }

        var fetched = await client.FetchAsync(new FeedRequest(input), cancellationToken);
        return fetched.Outcome switch
        {
            FetchOutcome.Fetched => Parse(input, fetched.Body, fetched.Source),
            FetchOutcome.Unchanged => new FeedInput(input, "unchanged", null, null),
            FetchOutcome.Gone => new FeedInput(input, "gone", fetched.Error, null),
            _ => new FeedInput(input, "error", fetched.Error, null),
        };
    }

    private async Task<FeedInput> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var source = new FeedSource(@base, Header("Content-Type"), Header("Content-Language"), Header("Content-Location"));
            return Parse(path, await File.ReadAllBytesAsync(path, cancellationToken), source);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new FeedInput(path, "error", e.Message, null);
        }
    }

    private static FeedInput Parse(string input, ReadOnlyMemory<byte> document, FeedSource source)
    {
        var parsed = FeedParser.Parse(document, source);
        return new FeedInput(input, parsed.IsFeed ? "ok" : "error", parsed.Error, parsed.Document);
    }

    private static bool IsAddress(string input) =>
        input.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || input.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private string? Header(string name) => headers
        .Select(header => header.Split(':', 2))
        .Where(parts => parts.Length == 2 && parts[0].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
        .Select(parts => parts[1].Trim())
        .LastOrDefault();
}
