using NewsAlerts.Rules.Parsing;

namespace NewsAlerts.LibraryTests.Rules;

public class QueryHintsTests
{
    [Theory]
    [InlineData("Lavrov and Taiwan", 7, "AND")]
    [InlineData("cholera Or mpox", 8, "OR")]
    [InlineData("jaguar (not car)", 8, "NOT")]
    [InlineData("Lawrow UND Taiwan", 7, "AND")]
    [InlineData("Путин ИЛИ Лавров", 6, "OR")]
    [InlineData("Taiwan #lavrov", 7, "lavrov")]
    [InlineData("$TSLA falls", 0, "TSLA")]
    [InlineData("title:@user", 6, "user")]
    [InlineData("x \"foo OR bar\"", 2, "(\"foo\" OR \"bar\")")]
    [InlineData("\"a b NEAR/3 c\"", 0, "(\"a b\" NEAR/3 \"c\")")]
    [InlineData("\"climate chang*\"", 0, null)]
    [InlineData("x 'foreign minister' y", 2, "\"foreign minister\"")]
    [InlineData("‘South China Sea’", 0, "\"South China Sea\"")]
    public void Of_WhatIsProbablyNotMeant_IsPointedOut(string query, int start, string? meant)
    {
        var hint = Assert.Single(QueryHints.Of(query));

        Assert.Equal((start, meant), (hint.Start, hint.Suggestion));
    }

    [Theory]
    [InlineData("Lavrov AND Taiwan")]
    [InlineData("\"supply and demand\" OR android")]
    [InlineData("near north")]
    [InlineData("strike near/5 port")]
    [InlineData("C++ C# .NET 5% AT&T")]
    [InlineData("\"ALL OR NOTHING\"")]
    [InlineData("\"what is it?\"")]
    [InlineData("feed:\"Q AND A\"")]
    [InlineData("name:\"O'Neill\" don't workers'")]
    [InlineData("=UND")]
    public void Of_WhatIsMeantAsWritten_NoHint(string query) => Assert.Empty(QueryHints.Of(query));
}
