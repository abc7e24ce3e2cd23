using NewsAlerts.Rules;
using NewsAlerts.Rules.Parsing;

namespace NewsAlerts.LibraryTests.Rules;

internal static class Queries
{
    /// <summary>A query that is known to be right.</summary>
    public static Query Parse(string text)
    {
        var result = QueryParser.Parse(text);
        Assert.True(result.IsQuery, $"{text}: {result.Mistake}");
        return result.Query;
    }

    /// <summary>The mistake in a text that is known to be wrong.</summary>
    public static QueryMistake Mistake(string text)
    {
        var result = QueryParser.Parse(text);
        Assert.False(result.IsQuery, $"{text} was read as {result.Query}");
        return result.Mistake;
    }
}
