using NewsAlerts.Feeds;
using NewsAlerts.Messages;
using NewsAlerts.Messages.Texts;
using NewsAlerts.Tests.Channels;

namespace NewsAlerts.Tests.Messages;

public class AlertTextTests
{
    [Fact]
    public void Of_ItemWithoutTitle_IsHeadedByItsText()
    {
        var text = AlertText.Of(Samples.Lit(new Item { Content = "Lavrov speaks of Taiwan" }, "Wire", [new("r", "Taiwan")], "Taiwan"), Languages.English);

        Assert.Equal("Lavrov speaks of *Taiwan*", text.Title.Render(run => run, "*", "*"));
    }

    [Fact]
    public void Of_EmptyItem_SaysSo()
    {
        var text = AlertText.Of(Samples.Lit(new Item(), " ", [new("r", "x")]), Languages.English);

        Assert.Equal(("Untitled", "Unnamed feed", ""), (text.Title.Text, text.Source, text.Snippet.Text));
        Assert.Equal(Samples.Now.AddMinutes(-1), text.Time);
    }

    [Fact]
    public void Of_WordsOnlyInTheContent_TakesTheSnippetFromThere()
    {
        var text = AlertText.Of(Samples.Lit(
            new Item { Title = "News", Summary = "A teaser.", Content = "The body speaks of Taiwan." }, "Wire", [new("r", "Taiwan")], "Taiwan"), Languages.English);

        Assert.Equal("The body speaks of Taiwan.", text.Snippet.Text);
    }

    [Theory]
    [InlineData("https://a.example/x y", "https://a.example/x%20y")]
    [InlineData("http://a.example/\u202E", "http://a.example/%E2%80%AE")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("/relative", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Link_OfAnItem_IsHttpOrNothing(string? link, string? expected) =>
        Assert.Equal(expected, WebLink.Of(link)?.AbsoluteUri);

    [Fact]
    public void Link_LongerThanAnyChannelTakes_IsLeftOut() =>
        Assert.Null(WebLink.Of($"https://a.example/{new string('x', 2_000)}"));

    [Fact]
    public void AlsoMatches_ManyRules_AreCounted()
    {
        var rules = Enumerable.Range(1, 6).Select(i => new AlertRule($"Rule {i}", "Taiwan")).ToList();

        var text = AlertText.Of(Samples.Lit(new Item(), "Wire", rules), Languages.English);

        Assert.Equal("Rule 1", text.RuleName);
        Assert.Equal("Also matches: Rule 2, Rule 3, Rule 4 and 2 more rules", text.AlsoMatches(name => name));
    }

    [Theory]
    [InlineData("Lavrov", "Lavrov AND Taiwan", "Lavrov")]
    [InlineData(" ", "Lavrov AND Taiwan", "Lavrov AND Taiwan")]
    [InlineData("", "", "Unnamed rule")]
    public void RuleName_OfOneRule_IsNeverEmptyAndThereIsNoOther(string name, string when, string expected)
    {
        var text = AlertText.Of(Samples.Lit(new Item(), "Wire", [new(name, when)]), Languages.English);

        Assert.Equal((expected, null), (text.RuleName, text.AlsoMatches(other => other)));
    }

    [Fact]
    public void SubjectLine_SeveralAlerts_CountsTheOthers() => Assert.Equal(
        "Lavrov on Taiwan: Lavrov: Moscow stands with Beijing on Taiwan (and 2 more)",
        MessageText.Of([Samples.Lavrov, Samples.Arabic, Samples.Japanese], null, Languages.English).Subject);
}
