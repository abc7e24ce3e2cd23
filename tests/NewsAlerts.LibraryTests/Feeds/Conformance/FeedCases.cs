namespace NewsAlerts.LibraryTests.Feeds.Conformance;

/// <summary>The conformance cases, in the folder that the environment variable <c>FEED_CASES</c> names.</summary>
internal static class FeedCases
{
    // Named, so that a suite that is missing fails.
    private static readonly string[] Suites =
    [
        "codehollow", "feed-rs", "feedjira", "feedparser", "feedparser_sanitize", "feedsmith", "gofeed", "miniflux",
        "netnewswire", "oracle_encoding", "oracle_feedvalidator", "reader", "rss-parser", "simplepie",
    ];

    /// <summary>Every case of every suite.</summary>
    public static IReadOnlyList<FeedCase> Read()
    {
        var folder = Folder();
        return [.. Suites.SelectMany(suite => FeedCase.Read(folder, Path.Combine(folder, suite + ".jsonl")))];
    }

    /// <summary>The folder; the test is skipped where none is named.</summary>
    public static string Folder()
    {
        var folder = Environment.GetEnvironmentVariable("FEED_CASES");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "FEED_CASES names no folder of conformance cases.");
        Assert.True(Directory.Exists(folder), $"FEED_CASES names {folder}, which is no folder.");
        return folder ?? "";
    }
}
