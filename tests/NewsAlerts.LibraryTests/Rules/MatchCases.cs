using System.Text.Json;
using NewsAlerts.Rules;

namespace NewsAlerts.LibraryTests.Rules;

/// <summary>
/// A folder of items, queries and known answers, named by the environment variable MATCH_CASES: <c>items.jsonl</c>,
/// <c>rules_10k.txt</c>, <c>rules_1m.txt.xz</c> and the answers of a slow reference beside them.
/// </summary>
internal static class MatchCases
{
    public const string Variable = "MATCH_CASES";

    public static string Folder { get; } = Environment.GetEnvironmentVariable(Variable) ?? "";

    public static IReadOnlyList<ItemText> Items() =>
    [
        .. File.ReadLines(Path.Combine(Folder, "items.jsonl")).Select(line =>
        {
            using var item = JsonDocument.Parse(line);
            return new ItemText(Text(item, "title"), Text(item, "summary"), Text(item, "body"));
        }),
    ];

    public static RuleMatcher Compile(IEnumerable<string> lines) => RuleMatcher.Compile(lines.Select(Queries.Parse));

    /// <summary>For each item in order, the rules that match.</summary>
    public static IReadOnlyList<string> Truth(string file) =>
        [.. File.ReadLines(Path.Combine(Folder, file)).Select(line => line.Split('\t')[1])];

    private static string? Text(JsonDocument item, string name) => item.RootElement.GetProperty(name).GetString();
}
