using FsCheck;
using FsCheck.Fluent;
using NewsAlerts.Rules;

namespace NewsAlerts.Tests.Rules;

public class QueryParserProperties
{
    private const int Texts = 100_000;

    private static readonly string[] Pieces =
    [
        "a", "bc", "é", "台湾", "x-y", "a*", "*", "\"", "“", "(", ")", "-", ":", "title:", "body:", "no:", " ", " ", "\t",
        "AND", "OR", "NOT", "NEAR", "NEAR/", "NEAR/3", " AND ", " OR ", " NOT ", " NEAR/2 ", "\ud800", "😀", "\u0301", "\0", "/", "…",
        "=", "~", "~3", "?", "w?n", "/x+/", "/i", "\\", "[", "author:", "feed:", "site:", "link:", "category:", "lang:", "example.org", "en-US", "1", "\"a b\"", "กา",
    ];

    [Fact]
    public void Parse_AnyText_GivesAQueryOrAMistakeWithItsPlace() =>
        Check(text =>
        {
            var result = QueryParser.Parse(text);
            return result.IsQuery || IsPlaced(result.Mistake, text);
        });

    [Fact]
    public void Parse_PrintedQuery_GivesTheSameQuery() =>
        Check(text =>
        {
            var printed = QueryParser.Parse(text).Query?.ToString();
            return printed is null || Queries.Parse(printed).ToString() == printed;
        });

    private static bool IsPlaced(QueryMistake mistake, string text) =>
        mistake.Start >= 0
        && mistake.Length >= (text.Length == 0 ? 0 : 1)
        && mistake.Start + mistake.Length <= text.Length
        && mistake.Message.Length > 0;

    private static void Check(Func<string, bool> holds)
    {
        var pieces = Gen.Elements(Pieces).ListOf().Select(string.Concat);
        var anything = Gen.Choose(0, char.MaxValue).Select(unit => (char)unit).ListOf().Select(string.Concat);
        var texts = Gen.Frequency((9, pieces), (1, anything)).ToArbitrary();
        Prop.ForAll(texts, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(Texts));
    }
}
