using System.Diagnostics;
using System.Globalization;
using NewsAlerts.Rules;

namespace NewsAlerts.Benchmarks.Matching;

/// <summary>
/// Prints how fast items are matched, in Markdown: ours, the bound, Vectorscan where it is installed, and the naive loop,
/// one thread, on the items and rules of the folder that MATCH_CASES names.
/// </summary>
internal static class MatchingTable
{
    private const string Variable = "MATCH_CASES";

    // Each number in a process of its own, so that none pays for what another one has left in memory.
    private static readonly int[] Numbers = [10_000, 100_000, 1_000_000];

    // The average number of tokens to which items are cut, so that figures of shorter ones can be compared; 0: whole.
    private static readonly int[] Lengths = [0, 225];

    public static async Task<int> RunAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 })
        {
            Console.Error.WriteLine($"{Variable} names the folder with items.jsonl, rules_10k.txt and rules_1m.txt.xz.");
            return 2;
        }

        Console.WriteLine("Items a second on one thread: the median pass; in brackets, by the shortest time of each item. Ratios likewise.");
        var isAgreed = true;
        foreach (var length in Lengths)
        {
            Console.WriteLine();
            Console.WriteLine(length == 0 ? "Whole items:" : $"Items cut to {length} tokens on average:");
            Console.WriteLine();
            Console.WriteLine(MatchingRow.Head);
            foreach (var number in Numbers)
            {
                isAgreed &= await RunAsync(number, length) == 0;
            }
        }

        Console.WriteLine();
        Console.WriteLine(isAgreed ? "All gave the same answers." : "The answers differ: see above.");
        return isAgreed ? 0 : 1;
    }

    /// <summary>Prints one row.</summary>
    public static int Run(string rules, string length)
    {
        var cases = new MatchingCases(Environment.GetEnvironmentVariable(Variable) ?? "");
        var items = Cut(cases.Items(), int.Parse(length, CultureInfo.InvariantCulture));
        var row = new MatchingRow(cases.Rules(int.Parse(rules, CultureInfo.InvariantCulture)), items);
        Console.WriteLine(row.Measure());
        return row.IsAgreed ? 0 : 1;
    }

    private static async Task<int> RunAsync(int rules, int length)
    {
        string[] arguments = ["matching", rules.ToString(CultureInfo.InvariantCulture), length.ToString(CultureInfo.InvariantCulture)];
        using var process = Process.Start("dotnet", [typeof(MatchingTable).Assembly.Location, .. arguments]);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>Every body cut by the same share, so that the items have so many tokens on average.</summary>
    private static IReadOnlyList<ItemText> Cut(IReadOnlyList<ItemText> items, int tokens)
    {
        if (tokens == 0)
        {
            return items;
        }

        var heads = items.Sum(item => Core.Tokens(item.Title ?? "").Count + Core.Tokens(item.Summary ?? "").Count);
        var bodies = items.Sum(item => Core.Tokens(item.Body ?? "").Count);
        var share = ((tokens * items.Count) - heads) / (double)bodies;
        return [.. items.Select(item => item with { Body = item.Body?[..(int)(item.Body.Length * share)] })];
    }
}
