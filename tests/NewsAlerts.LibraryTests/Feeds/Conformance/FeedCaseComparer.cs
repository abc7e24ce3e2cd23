using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsAlerts.Feeds;
using NewsAlerts.LibraryTests.Feeds.Peers;

namespace NewsAlerts.LibraryTests.Feeds.Conformance;

/// <summary>Holds a parsed document against a case, by the rules of the cases' own comparer.</summary>
internal static class FeedCaseComparer
{
    /// <summary>The checks that count and fail, each with what was expected and what there is; none if the case passes.</summary>
    public static IReadOnlyList<string> Failures(FeedCase feedCase, FeedParseResult result) =>
        [.. Checks(feedCase, result).Where(check => !check.Passes && feedCase.Counts(check.Path))
            .Select(check => $"{check.Path}: expected {check.Expected}, got {check.Actual}")];

    private static IEnumerable<Check> Checks(FeedCase feedCase, FeedParseResult result)
    {
        var expected = feedCase.Expected;
        if (FeedCase.Text(expected, "parse") == "error")
        {
            yield return new Check("reject", !result.IsFeed, "error", result.Error);
            yield break;
        }

        if (FeedCase.Text(expected, "parse") == "ok"
            || (expected.TryGetProperty("bozo", out var bozo) && bozo.ValueKind == JsonValueKind.False))
        {
            yield return new Check("parse", result.IsFeed, "ok", result.Error);
        }

        var document = result.Document;
        if (FeedCase.Text(expected, "format") is { } format)
        {
            yield return new Check("format", SameFormat(format, document?.Format), format, document?.Format);
        }

        // A peer that does not say which encoding it read is not held to it.
        if (FeedCase.Text(expected, "encoding") is { } encoding && document?.Encoding != FeedPeer.UnknownEncoding)
        {
            var isSame = document is not null && Encoding(encoding) == Encoding(document.Encoding);
            yield return new Check("encoding", isSame, encoding, document?.Encoding);
        }

        if (expected.TryGetProperty("item_count", out var count))
        {
            yield return new Check("item_count", document?.Items.Count == count.GetInt32(), count, document?.Items.Count);
        }

        var fields = FeedChecks(expected, document, feedCase.BaseUrl).Concat(ItemChecks(expected, document, feedCase.BaseUrl));
        foreach (var check in fields)
        {
            yield return check;
        }
    }

    private static IEnumerable<Check> FeedChecks(JsonElement expected, FeedDocument? document, string? baseUrl)
    {
        if (!expected.TryGetProperty("feed", out var fields))
        {
            yield break;
        }

        var actual = document is null ? null : ComparedFields.Of(document);
        foreach (var field in fields.EnumerateObject())
        {
            var isMatch = actual?.Matches(field, fields, baseUrl) == true;
            yield return new Check($"feed.{field.Name}", isMatch, field.Value, actual?.Of(field.Name));
        }
    }

    private static IEnumerable<Check> ItemChecks(JsonElement expected, FeedDocument? document, string? baseUrl)
    {
        if (expected.TryGetProperty("items", out var items))
        {
            foreach (var fields in items.EnumerateArray())
            {
                var index = fields.GetProperty("index").GetInt32();
                var actual = index < document?.Items.Count ? ComparedFields.Of(document.Items[index]) : null;
                foreach (var field in fields.EnumerateObject().Where(field => field.Name != "index"))
                {
                    var path = $"items[{index}].{field.Name.Replace("_prefix", "")}";
                    var isMatch = actual?.Matches(field, fields, baseUrl) == true;
                    yield return new Check(path, isMatch, field.Value, actual?.Of(field.Name));
                }
            }
        }

        if (expected.TryGetProperty("each_item", out var rules))
        {
            foreach (var rule in rules.EnumerateObject())
            {
                var isMatch = EachMatches(document, rule.Name, rule.Value.GetString() ?? "");
                yield return new Check($"each.{rule.Name}", isMatch, rule.Value, null);
            }
        }
    }

    private static bool EachMatches(FeedDocument? document, string field, string rule)
    {
        var values = document?.Items.Select(ComparedFields.Of).Select(item => item.Of(field switch
        {
            "body" => string.IsNullOrEmpty(item.Of("content")) ? "summary" : "content",
            _ => field,
        })).ToList() ?? [];
        return values.Count > 0 && values.TrueForAll(value => rule switch
        {
            "nonnull" => !string.IsNullOrWhiteSpace(value),
            "null" => string.IsNullOrWhiteSpace(value),
            _ => (value ?? "").StartsWith(rule["prefix:".Length..], StringComparison.Ordinal),
        });
    }

    private static bool SameFormat(string expected, FeedFormat? actual)
    {
        var name = actual?.ToString().ToLowerInvariant();
        return name == expected || (name is "rss" or "rdf" && expected is "rss" or "rdf");
    }

    private static string Encoding(string name) =>
        Regex.Replace(name.ToLower(CultureInfo.InvariantCulture), "[^a-z0-9]", "") switch
        {
            "ascii" => "usascii",
            "latin1" => "iso88591",
            var normalized => normalized,
        };

    private sealed record Check(string Path, bool Passes, object Expected, object? Actual);
}
