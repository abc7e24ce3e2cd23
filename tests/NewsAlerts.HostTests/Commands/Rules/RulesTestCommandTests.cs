using System.Text.Json;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Commands.Rules;

namespace NewsAlerts.HostTests.Commands.Rules;

public sealed class RulesTestCommandTests : IDisposable
{
    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Test_FortyDaysOfNews_ReadableInEightyColumns()
    {
        await PastNews.StoreAsync(_run.PathOf("data"), PastNews.FortyDays());

        var (exitCode, output, error) = Test("lavrov taiwan", "--since", "30d");

        Assert.Equal((0, ""), (exitCode, error));
        TestContext.Current.TestOutputHelper?.WriteLine(output);
        Assert.Contains("10 alerts, 0.3 a day, for 10 stories; 10 of 120 items since ", output, StringComparison.Ordinal);
        Assert.Contains("[Lavrov]: Moscow backs Beijing over [Taiwan], part 156", output, StringComparison.Ordinal);
        Assert.Contains("  ████ 1\n", output, StringComparison.Ordinal);
        Assert.Contains("Beijing\u00a0(10)", output, StringComparison.Ordinal);
        Assert.DoesNotContain("archive begins", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Length, 0, 80));
    }

    [Fact]
    public async Task Test_WideCharacters_HalfAsManyOnALine()
    {
        await PastNews.StoreAsync(_run.PathOf("data"), [(1, $"{string.Concat(Enumerable.Repeat("外交部长谈台湾海峡", 10))}", "")]);

        var line = Test("台湾").Output.Split('\n').Single(line => line.Contains("[台湾]", StringComparison.Ordinal));

        Assert.InRange(line.Count(character => character > 'ÿ'), 30, 39);
    }

    [Fact]
    public async Task Test_ChosenFeeds_OnlyTheirs()
    {
        await PastNews.StoreAsync(_run.PathOf("data"), PastNews.FortyDays());

        Assert.Contains("0 alerts, 0 a day, for 0 stories; 0 of 80 items", Test("Lavrov", "--feeds", "world", "--since", "60d").Output, StringComparison.Ordinal);
        Assert.Contains("13 alerts", Test("Lavrov", "--feeds", "asia", "--since", "60d").Output, StringComparison.Ordinal);
        Assert.Equal((2, "--feeds: no feed has the name or tag 'mars'\n"), (Test("Lavrov", "--feeds", "asia,mars").ExitCode, Test("Lavrov", "--feeds", "asia,mars").Error));
    }

    [Fact]
    public async Task Test_YoungArchive_SaysSo()
    {
        await PastNews.StoreAsync(_run.PathOf("data"), PastNews.FortyDays().Where(item => item.Days < 2));

        Assert.StartsWith("The archive begins on ", Test("Lavrov").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Test_EmptyArchive_SaysSo() =>
        Assert.StartsWith("The archive is empty:", Test("Lavrov").Output, StringComparison.Ordinal);

    [Fact]
    public async Task Test_Json_OneObject()
    {
        await PastNews.StoreAsync(_run.PathOf("data"), PastNews.FortyDays());

        var (exitCode, output, _) = Test("Lavrov AND Taiwan", "--json");

        Assert.Equal(0, exitCode);
        var root = JsonDocument.Parse(output).RootElement;
        Assert.Equal(10, root.GetProperty("alerts").GetInt32());
        Assert.Equal(10, root.GetProperty("days").EnumerateArray().Sum(day => day.GetProperty("alerts").GetInt32()));
        var newest = root.GetProperty("newest")[0];
        Assert.Equal("https://asia.example.org/155", newest.GetProperty("link").GetString());
        Assert.Equal(["Lavrov", "Taiwan"], newest.GetProperty("matched").EnumerateArray().Select(word => word.GetProperty("text").GetString()));
    }

    [Theory]
    [InlineData("(Lavrov", "query:1:1: ")]
    [InlineData("Lavrov and", "'and' is looked for as a word")]
    public void Test_QueryWithAMistake_SaysWhere(string query, string message) =>
        Assert.Contains(message, Test(query).Error, StringComparison.Ordinal);

    [Fact]
    public void Test_SinceThatIsNone_SaysSo() =>
        Assert.Contains("--since: 'soon' is not a duration", Test("Lavrov", "--since", "soon").Error, StringComparison.Ordinal);

    private (int ExitCode, string Output, string Error) Test(params string[] arguments) =>
        _run.Invoke(RulesTestCommand.Create(), [.. arguments, "--config", _run.Write("alerts.yaml", PastNews.Configuration), "--data", _run.PathOf("data")]);
}
