using FsCheck;
using FsCheck.Fluent;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Explaining;
using NewsAlerts.Rules.Parsing;

namespace NewsAlerts.LibraryTests.Rules;

public class QueryParserProperties
{
    private const int DefaultTexts = 20_000;

    // Each takes a hundred times as long as another text.
    private const int MostNames = 2_000;

    // A longer run: QUERY_TEXTS=1000000.
    private static readonly int Texts =
        int.TryParse(Environment.GetEnvironmentVariable("QUERY_TEXTS"), out var texts) ? texts : DefaultTexts;

    private static readonly string[] Pieces =
    [
        "a", "bc", "é", "台湾", "x-y", "a*", "*", "\"", "“", "(", ")", "-", ":", "title:", "body:", "no:", " ", " ", "\t",
        "AND", "OR", "NOT", "NEAR", "NEAR/", "NEAR/3", " AND ", " OR ", " NOT ", " NEAR/2 ", "\ud800", "😀", "\u0301", "\0", "/", "…",
        "=", "~", "~3", "?", "w?n", "/x+/", "/i", "\\", "[", "author:", "feed:", "site:", "link:", "category:", "lang:", "name:", "name:Lavrov", "name:\"Sergei Lavrov\"", "example.org", "en-US", "1", "\"a b\"", "กา",
        "!", "|", "||", "&", "&&", "+", "C++", "C#", ".NET", "#", "$a", "@", "%", "5%", "5 %",
        "–", "−", "（", "）", "！", "｜", "＆", "＊", "：", "«", "»", "「", "」", "'",
        "w/5", "w/", "AROUND(3)", "AROUND(", "NEAR5", "near/3", "ANDNOT", "XOR",
        "ADJ3", "pre/2", "w/s", "^2", "UND", "한국", "한국은", "LG는", "æ", "ł", "²", "₂", "ς", "/ς/i",
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

    [Fact]
    public void Parse_AnyName_GivesAQueryOrAMistakeWithItsPlace() =>
        Prop.ForAll(
            Gen.Elements("Sergei", "Xi", "al-", "-", "von", "O’", "S.", "ß", "5", ",", " ", "…", "習近平", "Лавров", "ال", "マ", "ー", "É", "ʼ", "d’", "𠮷", "ลา")
                .ListOf().Resize(6).Select(parts => $"name:\"{string.Concat(parts)}\"").ToArbitrary(),
            text => QueryParser.Parse(text) is var result
                && (result.Query is { } query ? QueryAnchors.Of(query).Count > 0 : IsPlaced(result.Mistake ?? new(-1, 0, ""), text)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Math.Min(Texts, MostNames)));

    [Fact]
    public void Match_AnyQueryThatWasRead_Works() =>
        Check(text =>
        {
            if (QueryParser.Parse(text).Query is { } query)
            {
                var matcher = RuleMatcher.Compile([query]);
                var item = new ItemText(text, null, text.ToUpperInvariant()) { About = new() { Authors = [text], Link = text, Language = text, FeedLabels = [text] } };
                var rules = new List<int>();
                matcher.Match(item, rules);
                return matcher.Locate(0, item).All(place => item[place.Field].Length >= place.Start + place.Length && place.Length > 0)
                    && QueryExplanation.Of(query).Says.Length > 0
                    && QueryHints.Of(text).All(hint => IsPlaced(hint, text))
                    && QueryAnchors.Of(query).All(term => term.Length > 0);
            }

            return true;
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
