using System.Globalization;
using System.Text.Json;
using NewsAlerts.Feeds;

namespace NewsAlerts.LibraryTests.Feeds.Conformance;

/// <summary>The fields of a feed or an item, under the names that the cases use.</summary>
internal sealed class ComparedFields(IReadOnlyDictionary<string, string?> values)
{
    public static ComparedFields Of(FeedDocument feed) => new(new Dictionary<string, string?>
    {
        ["title"] = feed.Title,
        ["link"] = feed.Link,
        ["id"] = feed.Id,
        ["description"] = feed.Description,
        ["language"] = feed.Language,
        ["author"] = string.Join(", ", feed.Authors),
        ["published"] = Time(feed.Published),
        ["updated"] = Time(feed.Updated),
    });

    public static ComparedFields Of(Item item) => new(new Dictionary<string, string?>
    {
        ["title"] = item.Title,
        ["link"] = item.Link,
        ["id"] = item.Guid,
        ["author"] = string.Join(", ", item.Authors),
        ["published"] = Time(item.Published),
        ["updated"] = Time(item.Updated),
        ["summary"] = item.Summary,
        ["content"] = item.Content,
    });

    public string? Of(string name) => values.GetValueOrDefault(name);

    /// <summary>Whether a field is as expected; the other expected fields say how strictly a time is taken.</summary>
    public bool Matches(JsonProperty expected, JsonElement all, string? baseUrl)
    {
        var actual = Of(expected.Name);
        if (expected.Name is "published" or "updated")
        {
            return MatchesTime(expected, all);
        }

        return expected.Value.ValueKind switch
        {
            JsonValueKind.Null => string.IsNullOrWhiteSpace(actual),
            JsonValueKind.Array => expected.Value.EnumerateArray().Any(one => ComparedAuthor.AreEqual(one.GetString(), actual)),
            _ => MatchesText(expected.Name, expected.Value.ToString(), actual, baseUrl),
        };
    }

    private bool MatchesText(string name, string expected, string? actual, string? baseUrl) => name switch
    {
        "link" => !string.IsNullOrWhiteSpace(actual) && ComparedUrl.Of(expected, baseUrl) == ComparedUrl.Of(actual, baseUrl),
        "id" => !string.IsNullOrWhiteSpace(actual) && (expected.Trim() == actual.Trim()
            || (expected.Contains("://", StringComparison.Ordinal)
                && ComparedUrl.Of(expected, baseUrl) == ComparedUrl.Of(actual, baseUrl))),
        "summary_prefix" or "content_prefix" => StartsAs(expected, Of("summary")) || StartsAs(expected, Of("content")),
        "summary" or "content" =>
            ComparedText.AreEqual(expected, Of("summary")) || ComparedText.AreEqual(expected, Of("content")),
        "author" => ComparedAuthor.AreEqual(expected, actual),
        "language" => string.Equals((actual ?? "").Trim(), expected.Trim(), StringComparison.OrdinalIgnoreCase),
        _ => ComparedText.AreEqual(expected, actual),
    };

    private bool MatchesTime(JsonProperty expected, JsonElement all)
    {
        var otherName = expected.Name == "published" ? "updated" : "published";
        var (actual, other) = (Of(expected.Name), Of(otherName));
        if (expected.Value.ValueKind == JsonValueKind.Null)
        {
            return string.IsNullOrWhiteSpace(actual);
        }

        var instant = expected.Value.ToString();
        return SameInstant(actual, instant)
            || (SameInstant(other, instant) && (string.IsNullOrWhiteSpace(actual) || !all.TryGetProperty(otherName, out _)));
    }

    private static bool StartsAs(string prefix, string? text) =>
        ComparedText.Squashed(text).StartsWith(ComparedText.Squashed(prefix), StringComparison.Ordinal);

    private static bool SameInstant(string? one, string? other) =>
        Instant(one) is { } first && Instant(other) is { } second && (first - second).Duration() < TimeSpan.FromSeconds(1);

    private static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : null;

    private static string? Time(DateTimeOffset? time) => time?.ToString("O", CultureInfo.InvariantCulture);
}
