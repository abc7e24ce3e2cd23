using System.Globalization;
using System.Text.Json;
using NewsAlerts.Items;
using NewsAlerts.Items.Text;

namespace NewsAlerts.Tests.Items.Conformance;

/// <summary>
/// Runs the parser over the test suites of other feed libraries, in the folder that the environment variable
/// <c>FEED_CASES</c> names. Suites called <c>oracle_…</c> state no expectation of their own and are reported apart.
/// </summary>
public sealed class FeedConformanceTests(ITestOutputHelper output)
{
    private const string DatesFile = "dates.jsonl";
    private const int FewestDates = 92;

    // Named, so that a suite that is missing fails.
    private static readonly string[] Suites =
    [
        "codehollow", "feed-rs", "feedjira", "feedparser", "feedparser_sanitize", "feedsmith", "gofeed", "miniflux",
        "netnewswire", "oracle_encoding", "oracle_feedvalidator", "reader", "rss-parser", "simplepie",
    ];

    [Fact]
    public void Parse_EveryCase_PassesButForKnownExceptions()
    {
        var folder = Folder();
        var exceptions = KnownExceptions.Read();
        var cases = Suites.SelectMany(suite => FeedCase.Read(folder, Path.Combine(folder, suite + ".jsonl"))).ToList();

        var failures = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var feedCase in cases)
        {
            var result = FeedParser.Parse(File.ReadAllBytes(feedCase.Path), feedCase.Source);
            if (FeedCaseComparer.Failures(feedCase, result) is { Count: > 0 } failed)
            {
                failures[feedCase.Id] = failed;
            }
        }

        Report(cases, failures, exceptions);
        Assert.Empty(failures.Keys.Except(exceptions.Keys).Select(id => $"{id}: {string.Join("; ", failures[id])}"));
        Assert.Empty(exceptions.Keys.Except(failures.Keys).Select(id => $"{id} passes or is gone: no exception any more"));
    }

    [Fact]
    public void ParseDate_EveryUncontestedDate_IsReadInAtLeast92()
    {
        var dates = File.ReadLines(Path.Combine(Folder(), DatesFile)).Where(line => line.Length > 0)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(date => !date.TryGetProperty("contested", out _)).ToList();

        var failed = dates.Where(date => !IsRight(date)).Select(date => date.GetRawText()).ToList();

        output.WriteLine($"dates: {dates.Count - failed.Count} of {dates.Count}");
        Assert.True(dates.Count - failed.Count >= FewestDates, string.Join('\n', failed));
    }

    private static bool IsRight(JsonElement date)
    {
        var actual = FeedDate.Parse(FeedCase.Text(date, "input"));
        return FeedCase.Text(date, "expected") switch
        {
            null => actual is null,
            "any" => actual is not null,
            var instant => actual is { } found
                && (found - DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)).Duration() < TimeSpan.FromSeconds(1),
        };
    }

    private static string Folder()
    {
        var folder = Environment.GetEnvironmentVariable("FEED_CASES");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "FEED_CASES names no folder of conformance cases.");
        Assert.True(Directory.Exists(folder), $"FEED_CASES names {folder}, which is no folder.");
        return folder ?? "";
    }

    private void Report(
        List<FeedCase> cases, Dictionary<string, IReadOnlyList<string>> failures, IReadOnlyDictionary<string, string> exceptions)
    {
        foreach (var suite in cases.GroupBy(feedCase => feedCase.Suite))
        {
            output.WriteLine($"{suite.Key,-24} {suite.Count(one => !failures.ContainsKey(one.Id)),5} of {suite.Count(),5}");
        }

        var stated = cases.Where(feedCase => !feedCase.Suite.StartsWith("oracle_", StringComparison.Ordinal)).ToList();
        var passed = stated.Count(one => !failures.ContainsKey(one.Id));
        output.WriteLine($"{"all that state it",-24} {passed,5} of {stated.Count,5} ({100.0 * passed / stated.Count:F1} %)");
        foreach (var (id, failed) in failures)
        {
            output.WriteLine($"{id}: {exceptions.GetValueOrDefault(id, "NOT EXPECTED")}: {string.Join("; ", failed)}");
        }
    }
}
