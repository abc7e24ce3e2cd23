using System.Diagnostics;
using NewsAlerts.Rules;

namespace NewsAlerts.LibraryTests.Rules;

public class RuleMatcherTruthTests
{
    [Fact]
    public void Match_TenThousandRules_GivesTheKnownAnswers()
    {
        SkipWithoutCases();
        var rules = File.ReadLines(Path.Combine(MatchCases.Folder, "rules_10k.txt"));

        AssertAnswers(MatchCases.Compile(rules), MatchCases.Truth("truth_10k.tsv"));
    }

    [Fact]
    public void Match_HundredThousandRules_GivesTheKnownAnswers()
    {
        SkipWithoutCases();
        var rules = ReadCompressed(Path.Combine(MatchCases.Folder, "rules_1m.txt.xz")).Take(100_000);

        AssertAnswers(MatchCases.Compile(rules), MatchCases.Truth("truth_100k_first100.tsv"));
    }

    private static void SkipWithoutCases() =>
        Assert.SkipWhen(MatchCases.Folder.Length == 0, $"{MatchCases.Variable} does not name the folder with the known answers.");

    private static void AssertAnswers(RuleMatcher matcher, IReadOnlyList<string> answers)
    {
        var items = MatchCases.Items();
        Assert.NotEmpty(answers);
        Assert.True(items.Count >= answers.Count);
        var rules = new List<int>();
        for (var i = 0; i < answers.Count; i++)
        {
            matcher.Match(items[i], rules);
            Assert.Equal(answers[i], string.Join(',', rules));
        }
    }

    // .NET reads no xz; the tool is wherever such a file is.
    private static IEnumerable<string> ReadCompressed(string file)
    {
        Assert.True(File.Exists(file), $"{file} is missing.");
        using var xz = Process.Start(new ProcessStartInfo("xz", ["-dc", file]) { RedirectStandardOutput = true });
        Assert.NotNull(xz);
        while (xz.StandardOutput.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
