namespace NewsAlerts.Tests.Configuration;

public class EnvironmentVariableTests
{
    private const string Name = "name: World wire";

    private static string With(string name) => Reading.Right.Replace(Name, $"name: {name}", StringComparison.Ordinal);

    [Theory]
    [InlineData("${A}", "a")]
    [InlineData("x ${A}-${B} y", "x a-b y")]
    [InlineData("\"\\t${A}\"", null)]
    [InlineData("$${A}", "${A}")]
    [InlineData("$A ${B}$", "$A b$")]
    [InlineData("$$${A}", "$${A}")]
    public void Read_Variable_IsReplaced(string written, string? meant)
    {
        var result = Reading.Read(With(written), ("A", "a"), ("B", "b"));

        Assert.Equal(meant, result.Configuration?.Feeds[0].Name);
    }

    [Theory]
    [InlineData("a ${MISSING} b", "5:13", 10)]
    [InlineData("'it''s ${MISSING}'", "5:18", 10)]
    [InlineData("\"\\u00e9\\n\\\\ ${MISSING}\"", "5:23", 10)]
    [InlineData("|\n      a ${MISSING}", "6:9", 10)]
    public void Read_MissingVariable_IsNamedInItsPlace(string written, string place, int length)
    {
        var mistake = Assert.Single(Reading.Read(With(written)).Mistakes);

        Assert.Equal($"alerts.yaml:{place}: the environment variable MISSING is not set", mistake.ToString());
        Assert.Equal(length, mistake.Length);
    }

    [Fact]
    public void Read_EmptyVariable_CountsAsMissing() =>
        Assert.Equal(
            "alerts.yaml:5:11: the environment variable A is not set",
            Reading.Read(With("${A}"), ("A", "")).Mistakes.Lines());

    [Theory]
    [InlineData("${A:-b}")]
    [InlineData("${}")]
    [InlineData("${A")]
    public void Read_VariableThatIsNone_IsAMistake(string written) =>
        Assert.Equal(
            "alerts.yaml:5:11: ${NAME} holds letters, digits and _ alone; write $${ to mean ${ itself",
            Reading.Read(With(written), ("A", "a")).Mistakes.Lines());

    [Fact]
    public void Read_VariableInAQuery_IsLeftAlone() =>
        Assert.DoesNotContain(
            "environment",
            Reading.ReadWith("Lavrov AND Taiwan", "\"${A}\"").Mistakes.Lines(),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("  - { name: me, type: webhook, url: \"${SECRET}\" }")]
    [InlineData("  - { name: me, type: webhook, url: https://example.org, secret: \"${SECRET}\" }")]
    [InlineData("  - { name: me, type: \"${SECRET}\", to: me@example.org }")]
    [InlineData("  - { name: me, type: email, to: \"${SECRET}\" }")]
    [InlineData("  - { name: me, type: email, to: me@example.org }\n  - { name: \"${SECRET}\", type: slack, url: https://a.org }\n  - { name: \"${SECRET}\", type: slack, url: https://a.org }")]
    [InlineData("  - { name: \"${SECRET}x\", type: slack, url: https://a.org }")]
    public void Read_WrongValueOfAVariable_IsNeverShown(string destination)
    {
        var result = Reading.Read(
            Reading.Right.Replace("  - { name: me, type: email, to: me@example.org }", destination, StringComparison.Ordinal),
            ("SECRET", "swordfish"));

        Assert.NotEmpty(result.Mistakes);
        Assert.DoesNotContain("swordfish", result.Mistakes.Concat(result.Warnings).Lines(), StringComparison.Ordinal);
    }
}
