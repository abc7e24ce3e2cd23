using NewsAlerts.Rules;
using NewsAlerts.Rules.Parsing;
using NewsAlerts.Yaml;

namespace NewsAlerts.Tests.Configuration;

public class QueryMistakeTests
{
    private const string Query = "Lavrov AND (Taiwan";

    private static ConfigurationMistake Mistake(string written) => Reading.MistakeWith("Lavrov AND Taiwan", written);

    private static QueryMistake Expected(string query)
    {
        var mistake = QueryParser.Parse(query).Mistake;
        Assert.NotNull(mistake);
        return mistake;
    }

    [Theory]
    [InlineData(Query, 11)]
    [InlineData($"'{Query}'", 12)]
    [InlineData($"\"{Query}\"", 12)]
    public void Read_WrongQueryOnOneLine_HasItsExactPlace(string written, int column)
    {
        var mistake = Mistake(written);

        Assert.Equal((9, column + Expected(Query).Start), (mistake.Line, mistake.Column));
        Assert.Equal(Expected(Query).Length, mistake.Length);
        Assert.DoesNotContain('\n', mistake.Message);
    }

    [Fact]
    public void Read_WrongQueryBehindEscapes_HasItsExactPlace()
    {
        var expected = Expected("\"it's\" AND (b");

        Assert.Equal(11 + 2 + expected.Start, Mistake("'\"it''s\" AND (b'").Column);
        Assert.Equal(11 + 3 + expected.Start, Mistake("\"\\\"it's\\\" AND (b\"").Column);
    }

    [Fact]
    public void Read_WrongQueryOnSeveralLines_ShowsTheQueryWithItsPlace()
    {
        var mistake = Mistake(">-\n      Lavrov AND\n      (Taiwan");

        Assert.Equal((9, 11), (mistake.Line, mistake.Column));
        Assert.EndsWith(
            $"\n{Query}\n{new string(' ', Expected(Query).Start)}^",
            mistake.Message.TrimEnd('~'),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Read_QueryOnSeveralLines_IsUnderstood() =>
        Assert.Equal(
            "Lavrov AND (Taiwan)",
            Assert.Single(Reading.ReadRight(Reading.Right.Replace(
                "Lavrov AND Taiwan", ">\n      Lavrov AND\n      (Taiwan)", StringComparison.Ordinal)).Rules).When);
}
