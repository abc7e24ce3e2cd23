using System.Diagnostics;
using System.Text.Json;
using NewsAlerts.Rules;

namespace NewsAlerts.Benchmarks.Matching;

/// <summary>
/// The folder that MATCH_CASES names: <c>items.jsonl</c>, <c>rules_10k.txt</c>, and <c>rules_1m.txt.xz</c>, of which the
/// first 100,000 are used, too.
/// </summary>
internal sealed class MatchingCases(string folder)
{
    public IReadOnlyList<ItemText> Items() =>
    [
        .. File.ReadLines(Path.Combine(folder, "items.jsonl")).Select(line =>
        {
            using var item = JsonDocument.Parse(line);
            return new ItemText(Text(item, "title"), Text(item, "summary"), Text(item, "body"));
        }),
    ];

    /// <summary>The first rules, a query a line.</summary>
    public IReadOnlyList<string> Rules(int count) =>
        count <= 10_000
            ? [.. File.ReadLines(Path.Combine(folder, "rules_10k.txt")).Take(count)]
            : [.. ReadCompressed(Path.Combine(folder, "rules_1m.txt.xz")).Take(count)];

    private static string? Text(JsonDocument item, string name) => item.RootElement.GetProperty(name).GetString();

    // .NET reads no xz; the tool is wherever such a file is.
    private static IEnumerable<string> ReadCompressed(string file)
    {
        using var xz = Process.Start(new ProcessStartInfo("xz", ["-dc", file]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("xz did not start");
        while (xz.StandardOutput.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
