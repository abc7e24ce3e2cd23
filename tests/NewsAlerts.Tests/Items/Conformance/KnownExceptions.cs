namespace NewsAlerts.Tests.Items.Conformance;

/// <summary>The cases that are meant to fail, each with the reason why: lines of <c>id | reason</c>.</summary>
internal static class KnownExceptions
{
    public static IReadOnlyDictionary<string, string> Read() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Feeds", "conformance-exceptions.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split(" | ", 2))
            .ToDictionary(parts => parts[0], parts => parts[1]);
}
