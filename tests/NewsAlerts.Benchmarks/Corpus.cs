using NewsAlerts.Feeds;

namespace NewsAlerts.Benchmarks;

/// <summary>The feed documents under the folder that the environment variable <c>FEED_CASES</c> names.</summary>
internal static class Corpus
{
    /// <summary>Every file, in the order of the names; null where no folder is named.</summary>
    public static IReadOnlyList<byte[]>? Read()
    {
        if (Environment.GetEnvironmentVariable("FEED_CASES") is not { Length: > 0 } folder)
        {
            Console.Error.WriteLine("The environment variable FEED_CASES must name the folder of the conformance cases.");
            return null;
        }

        return [.. Directory.EnumerateFiles(Path.Combine(folder, "files"), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
    }

    /// <summary>Reads a document as if it came from a file.</summary>
    public static FeedDocument? Parse(byte[] document) =>
        FeedParser.Parse(document, new FeedSource()) is { IsFeed: true } read ? read.Document : null;
}
