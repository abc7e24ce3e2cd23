using NewsAlerts.Rules;

namespace NewsAlerts.Tests.Rules;

public class QueryParserTests
{
    [Theory]
    [InlineData("Lavrov AND Taiwan", "Lavrov AND Taiwan")]
    [InlineData("  Lavrov\tTaiwan ", "Lavrov AND Taiwan")]
    [InlineData("a b OR c d", "a AND b OR c AND d")]
    [InlineData("a OR b OR c", "a OR b OR c")]
    [InlineData("(a OR b) c", "(a OR b) AND c")]
    [InlineData("((a))", "a")]
    [InlineData("a(b)\"c\"d", "a AND b AND \"c\" AND d")]
    [InlineData("x NOT y", "x NOT y")]
    [InlineData("x AND NOT y", "x NOT y")]
    [InlineData("x -y z", "x NOT y AND z")]
    [InlineData("-y x", "NOT y AND x")]
    [InlineData("x -\"a b\" -(c OR d)", "x NOT \"a b\" NOT (c OR d)")]
    [InlineData("a NEAR/5 b c", "a NEAR/5 b AND c")]
    [InlineData("x NOT a NEAR/5 b", "x NOT a NEAR/5 b")]
    [InlineData("(a OR b*) NEAR/99 \"c d\"", "(a OR b*) NEAR/99 \"c d\"")]
    [InlineData("title:a title:\"a b\" title:(a OR b)", "title:a AND title:\"a b\" AND title:(a OR b)")]
    [InlineData("-Title:a Summary:b body:c*", "NOT title:a AND summary:b AND body:c*")]
    [InlineData("title:(a NEAR/3 b)", "title:(a NEAR/3 b)")]
    [InlineData("title:AND", "title:AND")]
    [InlineData("12:30 news", "12:30 AND news")]
    [InlineData("salt and pepper or near", "salt AND and AND pepper AND or AND near")]
    [InlineData("don't well-known", "don't AND well-known")]
    [InlineData("“Red Hat”", "\"Red Hat\"")]
    [InlineData("台湾 OR 臺灣", "台湾 OR 臺灣")]
    public void Parse_Query_IsUnderstood(string text, string understood) =>
        Assert.Equal(understood, Queries.Parse(text).ToString());

    [Theory]
    [InlineData("", 0, 0, null)]
    [InlineData("  ", 0, 2, null)]
    [InlineData("a AND (b OR c", 6, 7, "(b OR c)")]
    [InlineData("a (", 2, 1, "()")]
    [InlineData("a OR b)", 6, 1, "")]
    [InlineData(")", 0, 1, "")]
    [InlineData("a () b", 2, 2, "")]
    [InlineData("a \"b c", 2, 4, "\"b c\"")]
    [InlineData("a \"…\"", 2, 3, "")]
    [InlineData("AND a", 0, 3, "")]
    [InlineData("a OR", 2, 2, "")]
    [InlineData("a AND OR b", 2, 3, "")]
    [InlineData("(a OR) b", 3, 2, "")]
    [InlineData("a NOT", 2, 3, "")]
    [InlineData("a NOT -b", 2, 5, "")]
    [InlineData("-a", 0, 2, null)]
    [InlineData("x OR NOT a -b", 5, 8, null)]
    [InlineData("x (-a)", 3, 2, null)]
    [InlineData("a & b", 2, 1, "AND")]
    [InlineData("a || b", 2, 2, "OR")]
    [InlineData("Moscow - Beijing", 7, 1, "")]
    [InlineData("a *", 2, 1, "")]
    [InlineData("w*rd", 0, 4, "w*")]
    [InlineData("*word", 0, 5, "word")]
    [InlineData("co-op*", 0, 6, "co-op")]
    [InlineData("titel:a", 0, 6, "title:")]
    [InlineData("http://example.org", 0, 5, "http ")]
    [InlineData("title: a", 0, 6, "")]
    [InlineData("title:(a summary:b)", 9, 8, "")]
    [InlineData("a NEAR b", 2, 4, "NEAR/5")]
    [InlineData("a NEAR/0 b", 2, 6, "NEAR/1")]
    [InlineData("a NEAR/100 b", 2, 8, "NEAR/99")]
    [InlineData("a NEAR/99999999999 b", 2, 16, "NEAR/99")]
    [InlineData("a NEAR/x b", 2, 6, "NEAR/5")]
    [InlineData("a NEAR/3", 2, 6, "")]
    [InlineData("a NEAR/3 b NEAR/3 c", 11, 6, "AND")]
    [InlineData("(a b) NEAR/3 c", 0, 5, null)]
    [InlineData("a NEAR/3 (b -c)", 9, 6, null)]
    public void Parse_Mistake_IsShown(string text, int start, int length, string? suggestion)
    {
        var mistake = Queries.Mistake(text);

        Assert.Equal((start, length, suggestion), (mistake.Start, mistake.Length, mistake.Suggestion));
        Assert.NotEmpty(mistake.Message);
    }

    [Theory]
    [InlineData("a AND (b OR c")]
    [InlineData("a OR b)")]
    [InlineData("a \"b c")]
    [InlineData("a AND OR b")]
    [InlineData("a & b")]
    [InlineData("Moscow - Beijing")]
    [InlineData("w*rd")]
    [InlineData("titel:a")]
    [InlineData("http://example.org")]
    [InlineData("title: a")]
    [InlineData("a NEAR b")]
    [InlineData("a NEAR/3 b NEAR/3 c")]
    public void Parse_SuggestionInPlace_IsAQuery(string text)
    {
        var mistake = Queries.Mistake(text);

        Queries.Parse(string.Concat(text.AsSpan(0, mistake.Start), mistake.Suggestion, text.AsSpan(mistake.Start + mistake.Length)));
    }

    [Fact]
    public void Parse_ParenthesesAtTheLimit_AreRead() => Assert.Equal("a", Queries.Parse(Nested(QueryParser.DeepestNesting)).ToString());

    [Theory]
    [InlineData(QueryParser.DeepestNesting + 1)]
    [InlineData(1_000_000)]
    public void Parse_ParenthesesTooDeep_AreAMistake(int depth) =>
        Assert.Equal(QueryParser.DeepestNesting, Queries.Mistake(Nested(depth)).Start);

    [Fact]
    public void Parse_ManyOperands_AreRead() =>
        Assert.Equal(300_000, Queries.Parse(string.Join(" OR ", Enumerable.Repeat("a b -c", 100_000))).ToString().Count(char.IsAsciiLetterLower));

    private static string Nested(int depth) => new string('(', depth) + "a" + new string(')', depth);
}
