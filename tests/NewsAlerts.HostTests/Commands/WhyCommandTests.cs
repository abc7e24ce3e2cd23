using System.Text.Json;
using NewsAlerts.Local.Commands;

namespace NewsAlerts.HostTests.Commands;

public sealed class WhyCommandTests : IDisposable
{
    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Why_ArticleThatMatches_ReadableInEightyColumns()
    {
        await PastNews.StoreAsync(_run.PathOf("data"), PastNews.FortyDays());

        var (exitCode, output, error) = Why("https://asia.example.org/155");

        Assert.Equal((0, ""), (exitCode, error));
        TestContext.Current.TestOutputHelper?.WriteLine(output);
        Assert.StartsWith("Seen in Asia desk, ", output, StringComparison.Ordinal);
        Assert.Contains("  match    Lavrov on Taiwan: Lavrov: in the title; Taiwan: in the title\n", output, StringComparison.Ordinal);
        Assert.Contains("  no match Cats: jaguar: nowhere\n", output, StringComparison.Ordinal);
        Assert.Contains("me (email) for Lavrov on Taiwan: not told: no alert has come here: the", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public async Task Why_FeedThatARuleDoesNotLookAt_SaysSo()
    {
        await PastNews.StoreAsync(_run.PathOf("data"), [(1, "A jaguar is seen", "Far from any car.")]);

        var output = Why("jaguar is seen", "--rule", "Cats").Output;

        Assert.Contains("no match Cats: it does not look at this feed, only at asia;", output, StringComparison.Ordinal);
        Assert.Contains("NOT car: but it stands", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Lavrov", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_NeverSeen_ClosestTitle()
    {
        await PastNews.StoreAsync(_run.PathOf("data"), PastNews.FortyDays());

        var (exitCode, output, _) = Why("Lavrov: Moscow doubts Beijing over Taiwan");

        TestContext.Current.TestOutputHelper?.WriteLine(output);
        Assert.Equal(0, exitCode);
        Assert.StartsWith("Not seen:", output, StringComparison.Ordinal);
        Assert.Contains("Lavrov: Moscow backs Beijing over Taiwan, part 156", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Why_EmptyArchive_SaysSo()
    {
        var output = Why("https://unknown.example.com/1").Output;

        Assert.StartsWith("Not seen: the archive is empty.", output, StringComparison.Ordinal);
        Assert.Contains("None of your feeds is of this site.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_Json_OneObject()
    {
        await PastNews.StoreAsync(_run.PathOf("data"), PastNews.FortyDays());

        var root = JsonDocument.Parse(Why("https://asia.example.org/155", "--json").Output).RootElement;

        Assert.True(root.GetProperty("isSeen").GetBoolean());
        var rules = root.GetProperty("sightings")[0].GetProperty("rules");
        Assert.Equal("all", rules[0].GetProperty("finding").GetProperty("kind").GetString());
        Assert.Equal("title", rules[0].GetProperty("finding").GetProperty("parts")[0].GetProperty("fields")[0].GetString());
        Assert.Equal("none", root.GetProperty("alerts")[0].GetProperty("standing").GetString());
    }

    [Fact]
    public void Why_RuleThatIsNone_SaysSo() =>
        Assert.Equal((2, "--rule: the configuration has no rule 'Dogs'\n"), (Why("x", "--rule", "Dogs").ExitCode, Why("x", "--rule", "Dogs").Error));

    private (int ExitCode, string Output, string Error) Why(params string[] arguments) =>
        _run.Invoke(WhyCommand.Create(), [.. arguments, "--config", _run.Write("alerts.yaml", PastNews.Configuration), "--data", _run.PathOf("data")]);
}
