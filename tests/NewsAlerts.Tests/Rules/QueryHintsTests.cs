using NewsAlerts.Rules;

namespace NewsAlerts.Tests.Rules;

public class QueryHintsTests
{
    [Theory]
    [InlineData("Lavrov and Taiwan", 7, "AND")]
    [InlineData("cholera Or mpox", 8, "OR")]
    [InlineData("jaguar (not car)", 8, "NOT")]
    [InlineData("strike near/5 port", 7, "NEAR/5")]
    public void Of_OperatorInLowerCase_IsPointedOut(string query, int start, string meant)
    {
        var hint = Assert.Single(QueryHints.Of(query));

        Assert.Equal((start, meant), (hint.Start, hint.Suggestion));
    }

    [Theory]
    [InlineData("Lavrov AND Taiwan")]
    [InlineData("\"supply and demand\" OR android")]
    [InlineData("near north")]
    public void Of_WhatIsMeantAsWritten_NoHint(string query) => Assert.Empty(QueryHints.Of(query));
}
