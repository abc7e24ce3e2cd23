using System.Text.Json;
using NewsAlerts.Feeds;

namespace NewsAlerts.LibraryTests.Feeds.Conformance;

/// <summary>A document from the test suite of a feed library, with what that suite expects of it.</summary>
internal sealed class FeedCase
{
    private readonly JsonElement _case;
    private readonly HashSet<string> _excluded;

    private FeedCase(JsonElement json, string folder)
    {
        _case = json;
        Id = Text(json, "id") ?? throw new InvalidDataException("A case without an id.");
        Suite = Text(json, "suite") ?? Id.Split('/')[0];
        Path = System.IO.Path.Combine(folder, Text(json, "file") ?? throw new InvalidDataException($"{Id} names no file."));
        _excluded = json.TryGetProperty("excluded", out var excluded)
            ? [.. excluded.EnumerateArray().Select(entry => Text(entry, "path")).OfType<string>()]
            : [];
    }

    public string Id { get; }

    public string Suite { get; }

    public string Path { get; }

    public string? BaseUrl => Text(_case, "base_url");

    public JsonElement Expected => _case.GetProperty("expect");

    public FeedSource Source => new(
        Uri.TryCreate(BaseUrl, UriKind.Absolute, out var address) ? address : null,
        Header("Content-Type"),
        Header("Content-Language"),
        Header("Content-Location"));

    public static IEnumerable<FeedCase> Read(string folder, string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return new FeedCase(JsonDocument.Parse(line).RootElement.Clone(), folder);
            }
        }
    }

    /// <summary>Whether a check counts, by its path in the case.</summary>
    public bool Counts(string path) => !_excluded.Contains(path);

    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;

    private string? Header(string name) =>
        _case.TryGetProperty("headers", out var headers)
            ? headers.EnumerateObject()
                .Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                .Select(header => header.Value.GetString())
                .FirstOrDefault()
            : null;
}
