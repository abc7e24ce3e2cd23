using System.Text.Json;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Commands.Configuring;

namespace NewsAlerts.HostTests.Commands.Configuring;

public sealed class CheckCommandTests : IDisposable
{
    private const string Right =
        """
        settings: { contact: a@example.org, publicUrl: https://example.org, signingKey: MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=, subscribe: nobody }
        feeds:
          - url: https://example.org/world.xml
            tags: [asia]
        rules:
          - name: Lavrov on Taiwan
            when: Lavrov AND Taiwan
            notify: [me]
        destinations:
          - { name: me, type: email, to: me@example.org }

        """;

    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Check_RightFile_SaysSo()
    {
        var (exitCode, output, _) = Check(Right);

        Assert.Equal(0, exitCode);
        Assert.Equal("alerts.yaml is right: 1 feed, 1 rule, 1 destination\n", output);
    }

    [Fact]
    public void Check_Mistakes_AreShownUnderTheirLines()
    {
        var wrong = Right.Replace("tags: [asia]", "tag: [asia]", StringComparison.Ordinal)
            .Replace("notify: [me]", "notify: [mee]", StringComparison.Ordinal);

        var (exitCode, output, _) = Check(wrong);

        Assert.Equal(2, exitCode);
        Assert.Equal(
            """
            alerts.yaml:4:5: error: a feed has no 'tag'
                  tag: ******
                  ^~~
              did you mean tags?
            alerts.yaml:8:14: error: there is no destination 'mee'
                  notify: [mee]
                           ^~~
              did you mean me?
            alerts.yaml:10:13: warning: no rule notifies 'me'
                - { name: me, type: email, to: me@example.org }
                          ^~
            2 mistakes, 1 warning

            """,
            output);
    }

    [Fact]
    public void Check_WrongQuery_PointsIntoIt()
    {
        var (_, output, _) = Check(Right.Replace("Lavrov AND Taiwan", "\"Lavrov AND (Taiwan\"", StringComparison.Ordinal));

        Assert.StartsWith("alerts.yaml:7:23: error: ", output, StringComparison.Ordinal);
        Assert.Contains("\n      when: \"Lavrov AND (Taiwan\"\n                        ^", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_WrongQueryOnSeveralLines_ShowsTheQuery()
    {
        var (_, output, _) = Check(Right.Replace("Lavrov AND Taiwan", ">-\n      Lavrov AND\n      (Taiwan", StringComparison.Ordinal));

        Assert.StartsWith("alerts.yaml:7:11: error: ", output, StringComparison.Ordinal);
        Assert.Contains("\n  Lavrov AND (Taiwan\n             ^", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ name: me, type: webhook, url: https://example.org/swordfish, to: nobody }")]
    [InlineData("{ name: me, type: webhook, url: https://example.org, secret: swordfish }")]
    [InlineData("{ name: me, type: slack, url: swordfish }")]
    public void Check_SecretsInTheLinesOfMistakes_AreNotShown(string destination)
    {
        var (exitCode, output, _) = Check(
            Right.Replace("{ name: me, type: email, to: me@example.org }", destination, StringComparison.Ordinal));

        Assert.Equal(2, exitCode);
        Assert.Contains("***", output, StringComparison.Ordinal);
        Assert.DoesNotContain("swordfish", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_LongLinesAndSentences_FitIn80Columns()
    {
        var (_, output, _) = Check(
            Right.Replace("asia", new string('x', 200) + "\"", StringComparison.Ordinal)
                .Replace("Lavrov AND Taiwan", string.Concat(Enumerable.Repeat("word ", 60)) + "AND )", StringComparison.Ordinal)
                .Replace("type: email", "type: pigeon", StringComparison.Ordinal));

        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Check_MissingFile_SaysHowToMakeOne()
    {
        var (exitCode, output, _) = _run.Invoke(CheckCommand.Create(), "--config", _run.PathOf("alerts.yaml"));

        Assert.Equal(2, exitCode);
        Assert.StartsWith("alerts.yaml: error: there is no such file.", output, StringComparison.Ordinal);
        Assert.Contains("alerts import", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_FolderInsteadOfFile_IsAMistake() =>
        Assert.Equal(2, _run.Invoke(CheckCommand.Create(), "--config", _run.PathOf(".")).ExitCode);

    [Fact]
    public void Check_OtherEncoding_IsAMistake()
    {
        File.WriteAllBytes(_run.PathOf("alerts.yaml"), [0xFF, 0xFE, 0x61, 0x00]);

        var (exitCode, output, _) = _run.Invoke(CheckCommand.Create(), "--config", _run.PathOf("alerts.yaml"));

        Assert.Equal((2, "alerts.yaml: error: it is not UTF-8: save it as UTF-8\n1 mistake\n"), (exitCode, output));
    }

    [Fact]
    public void Check_Json_PrintsALineForEachMistakeAndNothingElse()
    {
        var path = _run.Write("alerts.yaml", Right.Replace("notify: [me]", "notify: [mee]", StringComparison.Ordinal));

        var (exitCode, output, _) = _run.Invoke(CheckCommand.Create(), "--json", "--config", path);

        var lines = output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(2, exitCode);
        Assert.Equal(["error", "warning"], lines.Select(line => line.GetProperty("severity").GetString()));
        Assert.Equal(8, lines[0].GetProperty("line").GetInt32());
        Assert.Equal(14, lines[0].GetProperty("column").GetInt32());
        Assert.Equal("me", lines[0].GetProperty("suggestion").GetString());
    }

    [Theory]
    [InlineData("--elsewhere=NOT_SET_HERE, NOR_HERE", 0, "warning", "warning")]
    [InlineData("--elsewhere=NOR_HERE", 2, "error", "warning")]
    [InlineData("--elsewhere=", 2, "error", "error")]
    public void Check_VariableSetElsewhere_IsAWarningAndAnotherAMistake(string elsewhere, int expectedExitCode, params string[] severities)
    {
        var path = _run.Write("alerts.yaml", WithVariables);

        var (exitCode, output, _) = _run.Invoke(CheckCommand.Create(), "--json", "--config", path, elsewhere);

        var lines = output.TrimEnd('\n').Split('\n')
            .Select(line => JsonDocument.Parse(line).RootElement)
            .OrderBy(line => line.GetProperty("line").GetInt32())
            .ToList();
        Assert.Equal(expectedExitCode, exitCode);
        Assert.Equal(severities, lines.Select(line => line.GetProperty("severity").GetString()));
        Assert.Equal(
            ["the environment variable NOT_SET_HERE is not set", "the environment variable NOR_HERE is not set"],
            lines.Select(line => line.GetProperty("message").GetString()));
    }

    [Fact]
    public void Check_AllThatIsMissingIsSetElsewhere_SaysThatItIsRightAsFarAsIsSeen()
    {
        var path = _run.Write("alerts.yaml", WithVariables);

        var (_, output, _) = _run.Invoke(CheckCommand.Create(), "--config", path, "--elsewhere=NOT_SET_HERE,NOR_HERE");

        Assert.EndsWith("alerts.yaml is right, as far as it can be seen here, 2 warnings\n", output, StringComparison.Ordinal);
    }

    private static string WithVariables => Right.Replace("notify: [me]", "notify: [me, chat, hook]", StringComparison.Ordinal)
        + "  - { name: chat, type: slack, url: \"${NOT_SET_HERE}\" }\n"
        + "  - { name: hook, type: webhook, url: https://example.org/hook, secret: \"${NOR_HERE}\" }\n";

    private (int ExitCode, string Output, string Error) Check(string text) =>
        _run.Invoke(CheckCommand.Create(), "--config", _run.Write("alerts.yaml", text));
}
