using System.Text.Json;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Commands.Rules;

namespace NewsAlerts.HostTests.Commands.Rules;

public sealed class RulesExplainCommandTests : IDisposable
{
    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Explain_Query_IsToldInWords()
    {
        var (exitCode, output, error) = Explain("title:(Lavrov OR \"foreign minister\"~2) =US -site:tass.com", "");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(
            """
            title:(Lavrov OR "foreign minister"~2) AND =US NOT site:tass.com
              all of these:
                in the title: any of these:
                  the word lavrov
                  the words foreign minister in this order, with at most 2 other words
                      between
                the word us, written as in US
                not: on the site: tass.com or a host below it
            Looked up by: us

            """.ReplaceLineEndings("\n"),
            output);
    }

    [Theory]
    [InlineData("semiconduct*", "Looked up by: semiconduct*")]
    [InlineData("lang:en", "Looked up by: lang:en")]
    [InlineData("mpox OR author:Ada", "Looked up by any of: mpox, author:ada")]
    [InlineData("/x/", "Nothing is required: it is tried on every item.")]
    [InlineData("/x/ Taiwan", "Looked up by: taiwan")]
    public void Explain_Query_TellsItsTerms(string query, string told) =>
        Assert.Equal(told, Explain(query, "").Output.TrimEnd().Split('\n')[^1]);

    [Fact]
    public void Explain_Name_ListsItsSpellings()
    {
        using var json = JsonDocument.Parse(Explain("name:\"Sergei Lavrov\"", "--json").Output);

        var parts = json.RootElement.GetProperty("finds").GetProperty("parts");
        Assert.Contains("лавров", Terms(parts[0]));
        Assert.Contains("serguei", Terms(parts[1]));
        Assert.Contains("lawrow", json.RootElement.GetProperty("lookedUpBy").EnumerateArray().Select(term => term.GetString()));
    }

    [Fact]
    public void Explain_LongParts_Fit80Columns()
    {
        var (_, output, error) = Explain("name:\"Sergei Lavrov\" AND (taiwan OR taipei OR kaohsiung OR taichung OR tainan OR hsinchu OR keelung)", "");
        var mistake = Explain("titel:x", "").Error;

        Assert.Empty(error);
        Assert.All((output + mistake).Split('\n')[1..], line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Explain_Mistake_IsShownInItsPlace()
    {
        var (exitCode, output, error) = Explain("Lavrov titel:x", "");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("\n         ^^^^^^\n", error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("Did you mean: Lavrov title:x", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title:(Taiwan OR NOT", "  Did you mean: title:(Taiwan)")]
    [InlineData("(", "  ^")]
    public void Explain_Mistake_SuggestsWhatIsAQuery(string query, string told) =>
        Assert.Equal(told, Explain(query, "").Error.TrimEnd().Split('\n')[^1]);

    private static IEnumerable<string?> Terms(JsonElement part) => part.GetProperty("terms").EnumerateArray().Select(term => term.GetString());

    private (int ExitCode, string Output, string Error) Explain(string query, string option) =>
        _run.Invoke(RulesCommand.Create(), [.. new[] { "explain", query, option }.Where(argument => argument.Length > 0)]);
}
