using System.Globalization;
using System.Text.Json;
using NewsAlerts.Feeds;
using NewsAlerts.Feeds.Text;

namespace NewsAlerts.LibraryTests.Feeds.Conformance;

/// <summary>
/// Runs the parser over the test suites of other feed libraries. Suites called <c>oracle_…</c> state no expectation of their
/// own and are reported apart.
/// </summary>
public sealed class FeedConformanceTests(ITestOutputHelper output)
{
    private const string DatesFile = "dates.jsonl";
    private const int FewestDates = 92;

    [Fact]
    public void Parse_EveryCase_PassesButForKnownExceptions()
    {
        var cases = FeedCases.Read();
        var exceptions = KnownExceptions.Read();

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
        var dates = File.ReadLines(Path.Combine(FeedCases.Folder(), DatesFile)).Where(line => line.Length > 0)
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

    private void Report(
        IReadOnlyList<FeedCase> cases, Dictionary<string, IReadOnlyList<string>> failures, IReadOnlyDictionary<string, string> exceptions)
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
