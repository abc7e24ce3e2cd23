using NewsAlerts.Rules;

namespace NewsAlerts.LibraryTests.Rules;

/// <summary>What queries find beside the texts, and in the texts as they are written.</summary>
public class RuleFieldTests
{
    private static readonly ItemText Item = new(
        "US and EU: the Organisation met, World Cup in New  York",
        "The new york office, says us. Über-Uhr",
        "Wang, the foreign and trade minister")
    {
        About = new()
        {
            Authors = ["Ada Lovelace", "José Pérez"],
            FeedLabels = ["asia", "World Wire"],
            Link = "https://me:pw@News.BBC.co.uk.:8080/world/asia-12345?utm=x",
            Categories = ["Foreign policy", "Sport: football"],
            Language = "en_US",
        },
    };

    [Theory]
    [InlineData("author:lovelace", true)]
    [InlineData("author:\"jose perez\"", true)]
    [InlineData("author:\"Lovelace José\"", false)] // two people
    [InlineData("author:(lovelace NEAR/99 perez)", false)]
    [InlineData("author:\"lovelace jose\"~99", false)]
    [InlineData("author:love*", true)]
    [InlineData("author:(Ada -Grace)", true)]
    [InlineData("author:(Ada -jose)", false)]
    [InlineData("author:P?rez", true)]
    [InlineData("author:=José", true)]
    [InlineData("author:=Jose", false)]
    [InlineData("author:/^Ada L/", true)]
    [InlineData("author:/^José/", true)]
    [InlineData("Lovelace", false)] // bare words are looked for in the texts
    [InlineData("author:Wang", false)]
    [InlineData("wang -author:wang", true)]
    [InlineData("feed:asia", true)]
    [InlineData("feed:ASIA", true)]
    [InlineData("feed:\"world wire\"", true)]
    [InlineData("feed:world", false)] // the whole name
    [InlineData("feed:world*", true)]
    [InlineData("feed:(europe OR asia)", true)]
    [InlineData("wang -feed:asia", false)]
    [InlineData("feed:/^as/", true)]
    [InlineData("site:bbc.co.uk", true)]
    [InlineData("site:news.bbc.co.uk", true)]
    [InlineData("site:\"BBC.co.uk\"", true)]
    [InlineData("site:uk", true)]
    [InlineData("site:c.co.uk", false)]
    [InlineData("site:sport.news.bbc.co.uk", false)]
    [InlineData("site:/^news/i", true)]
    [InlineData("link:asia", true)]
    [InlineData("link:\"world/asia\"", true)]
    [InlineData("link:https://news.bbc.co.uk", false)] // not these words in a row
    [InlineData("link:/asia-[0-9]{5}/", true)]
    [InlineData("category:football", true)]
    [InlineData("category:\"foreign policy\"", true)]
    [InlineData("category:\"policy sport\"", false)]
    [InlineData("lang:en", true)]
    [InlineData("lang:en-us", true)]
    [InlineData("lang:e", null)]
    [InlineData("lang:en-gb", false)]
    [InlineData("lang:de", false)]
    [InlineData("-lang:de wang", true)]
    [InlineData("title:=US", true)]
    [InlineData("=us", true)]
    [InlineData("title:=us", false)]
    [InlineData("summary:=US", false)]
    [InlineData("=\"New York\"", true)] // two spaces in the text
    [InlineData("summary:=\"New York\"", false)]
    [InlineData("=über", false)]
    [InlineData("=Über-Uhr", true)]
    [InlineData("=Uber", false)]
    [InlineData("=U\u0308ber", true)] // the same letter, written as two
    [InlineData("=Org*", true)]
    [InlineData("=org*", false)]
    [InlineData("=(-Org*", null)]
    [InlineData("=-Org*", true)]
    [InlineData("=Org😀*", true)]
    [InlineData("=Organi?ation", true)]
    [InlineData("=organi?ation", false)]
    [InlineData("=US NEAR/2 EU", true)]
    [InlineData("=us NEAR/2 EU", false)]
    [InlineData("organi?ation", true)]
    [InlineData("organi??tion", true)]
    [InlineData("organi?tion", false)]
    [InlineData("or?an*", true)]
    [InlineData("organisatio?*", true)]
    [InlineData("organisation?*", false)]
    [InlineData("\"foreign minister\"", false)]
    [InlineData("\"foreign minister\"~1", false)]
    [InlineData("\"foreign minister\"~2", true)]
    [InlineData("\"minister foreign\"~9", false)]
    [InlineData("\"wang foreign minister\"~3", true)]
    [InlineData("\"wang foreign minister\"~2", false)]
    [InlineData("title:\"cup met\"~9", false)]
    [InlineData("\"cup the\"~99", false)] // not across fields
    [InlineData("/W[a-z]+ C/", true)]
    [InlineData("/w[a-z]+ c/", false)]
    [InlineData("/w[a-z]+ c/i", true)]
    [InlineData("title:/^US/", true)]
    [InlineData("summary:/^US/", false)]
    [InlineData("title:/York$/", true)]
    [InlineData("wang -/Cup/", false)]
    [InlineData("/\\/asia/", false)]
    [InlineData("Seoul OR /Cup/", true)]
    [InlineData("name:Wang", true)]
    [InlineData("author:name:\"Augusta Ada Lovelace\"", true)]
    [InlineData("author:name:\"Miguel Perez\"", false)]
    [InlineData("author:name:\"Jose Perez\"", true)]
    [InlineData("title:name:Wang", false)]
    [InlineData("name:Wang NEAR/3 foreign", true)]
    [InlineData("Seoul /Cup/", false)]
    public void Match_Query_Decides(string query, bool? matches)
    {
        if (matches is null)
        {
            Queries.Mistake(query);
            return;
        }

        var rules = new List<int> { 7 };
        RuleMatcher.Compile([Queries.Parse("nothing"), Queries.Parse(query)]).Match(Item, rules);

        Assert.Equal(matches == true ? [1] : [], rules);
    }

    [Theory]
    [InlineData("site:münchen.de", "https://www.xn--mnchen-3ya.de/a", true)]
    [InlineData("site:xn--mnchen-3ya.de", "https://MÜNCHEN.de", true)]
    [InlineData("site:example.org", "https://example.org", true)]
    [InlineData("site:example.org", "https://example.org.evil.com/example.org", false)]
    [InlineData("site:example.org", "mailto:a@example.org", false)]
    [InlineData("site:example.org", "https://evil.com/?u=https://example.org", false)]
    [InlineData("site:example.org", "https://evil.com#@example.org", false)]
    [InlineData("site:example.org", "", false)]
    [InlineData("site:example.org", null, false)]
    public void Match_Site_IsTheHostOfTheLink(string query, string? link, bool matches)
    {
        var rules = new List<int>();
        RuleMatcher.Compile([Queries.Parse(query)]).Match(new("x", null, null) { About = new() { Link = link } }, rules);

        Assert.Equal(matches ? [0] : [], rules);
    }

    [Theory]
    [InlineData("title:=US", "Title US")]
    [InlineData("organi?ation", "Title Organisation")]
    [InlineData("\"foreign minister\"~2", "Body foreign and trade minister")]
    [InlineData("/W[a-z]+d C/", "Title World C")]
    [InlineData("=US OR /US a/", "Title US a")]
    [InlineData("wang site:bbc.co.uk", "Body Wang|Site BBC.co.uk")]
    [InlineData("site:(uk OR bbc.co.uk)", "Site BBC.co.uk")]
    [InlineData("author:perez lang:en feed:asia", "Author Pérez|Feed asia|Language en")]
    [InlineData("category:football -site:cnn.com", "Category football")]
    [InlineData("site:cnn.com", "")]
    public void Locate_Rule_TellsWhatMadeItMatch(string query, string places)
    {
        var found = RuleMatcher.Compile([Queries.Parse(query)]).Locate(0, Item);

        Assert.Equal(places, string.Join('|', found.Select(place => $"{place.Field} {Item[place.Field].Substring(place.Start, place.Length)}")));
    }

    [Fact]
    public async Task Match_ItemThatMatchesNothing_AllocatesNothing()
    {
        string[] queries = ["author:grace", "site:cnn.com", "lang:de", "feed:europe", "title:=eu", "\"minister foreign\"~3", "/Seoul/", "b?rlin", "link:x1"];
        var matcher = RuleMatcher.Compile(queries.Select(Queries.Parse));
        var rules = new List<int>();

        Assert.Equal(0, await Allocations.OfAsync(() => matcher.Match(Item, rules)));
        Assert.Empty(rules);
    }
}
