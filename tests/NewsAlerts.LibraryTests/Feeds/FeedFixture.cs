using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using NewsAlerts.Feeds;

namespace NewsAlerts.LibraryTests.Feeds;

/// <summary>
/// A document in Fixtures/Feeds. It says at its top, in one line each of JSON, how it was served (<c>Given</c>, in JSON
/// documents <c>_given</c>) and what the parser must make of it (<c>Expect</c>, <c>_expect</c>): the members of
/// <see cref="FeedDocument"/> that the fact is about, or a part of the <c>error</c>.
/// </summary>
internal sealed partial class FeedFixture
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private FeedFixture(byte[] bytes)
    {
        Bytes = bytes;

        // Expectations are ASCII, so that they can be read in any encoding once the zeros of the wide ones are gone.
        var top = Encoding.Latin1.GetString(bytes).Replace("\0", "");
        var given = Line(Given(), top) ?? [];
        Expected = Line(Expect(), top) ?? throw new InvalidDataException("A fixture without an expectation.");
        Source = new FeedSource(
            given["address"] is { } address ? new Uri(address.GetValue<string>()) : null,
            given["contentType"]?.GetValue<string>(),
            given["contentLanguage"]?.GetValue<string>());
    }

    public byte[] Bytes { get; }

    public FeedSource Source { get; }

    public JsonObject Expected { get; }

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures", "Feeds");

    /// <summary>The fixtures' names, relative to their folder.</summary>
    public static IEnumerable<string> Names() =>
        Directory.GetFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Where(name => name.Contains('/'))
            .Order(StringComparer.Ordinal);

    public static FeedFixture Read(string name) => new(File.ReadAllBytes(Path.Combine(Folder, name)));

    /// <summary>A result in the form that expectations are written in.</summary>
    public static JsonNode? Describe(FeedParseResult result) =>
        result.IsFeed
            ? JsonSerializer.SerializeToNode(result.Document, Written)
            : new JsonObject { ["error"] = result.Error };

    private static JsonObject? Line(Regex pattern, string top)
    {
        var match = pattern.Match(top);
        return match.Success ? JsonNode.Parse(match.Groups[1].Value)?.AsObject() : null;
    }

    [GeneratedRegex("""^\s*(?:"_given"|Given):\s*(\{.*\}),?\r?$""", RegexOptions.Multiline)]
    private static partial Regex Given();

    [GeneratedRegex("""^\s*(?:"_expect"|Expect):\s*(\{.*\}),?\r?$""", RegexOptions.Multiline)]
    private static partial Regex Expect();
}
