namespace NewsAlerts.LibraryTests.Feeds.Conformance;

/// <summary>
/// The cases that are meant to fail, each with the reason why: lines of <c>id | reason</c>, and <c>| CodeHollow</c> where the
/// peer passes that case.
/// </summary>
internal static class KnownExceptions
{
    public static IReadOnlyDictionary<string, string> Read() => Lines().ToDictionary(parts => parts[0], parts => parts[1]);

    /// <summary>The cases that only the peer passes.</summary>
    public static IReadOnlySet<string> ReadOfPeer() =>
        Lines().Where(parts => parts is [_, _, "CodeHollow"]).Select(parts => parts[0]).ToHashSet();

    private static IEnumerable<string[]> Lines() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Feeds", "conformance-exceptions.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split(" | "));
}
