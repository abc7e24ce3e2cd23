using NewsAlerts.Messages.Texts;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Parsing;
using NewsAlerts.Web.Pages.Texts;

namespace NewsAlerts.Tests.Web.Pages;

public class PageTextsTests
{
    private static readonly string[] Schedules = ["immediate", "hourly", "daily", "weekly"];

    public static TheoryData<string> Tags => [.. PageLanguages.All.Select(texts => texts.Tag)];

    [Fact]
    public void All_Languages_AreThoseOfTheEmails() =>
        Assert.Equal(Languages.All.Select(language => (language.Tag, language.Name)), PageLanguages.All.Select(texts => (texts.Tag, texts.Name)));

    [Theory]
    [MemberData(nameof(Tags))]
    public void Texts_AreAllThereAndTranslated(string tag)
    {
        var texts = PageLanguages.Find(tag);
        Assert.NotNull(texts);
        foreach (var property in typeof(PageTexts).GetProperties().Where(property => property.PropertyType == typeof(string)))
        {
            var text = (string?)property.GetValue(texts);
            Assert.False(string.IsNullOrWhiteSpace(text), property.Name);
            if (tag != "en" && property.Name != nameof(PageTexts.Direction))
            {
                Assert.NotEqual(property.GetValue(PageLanguages.All[0]), text);
            }
        }

        Assert.Equal(7, Enumerable.Range(0, 7).Select(texts.Day).Distinct().Count());
        Assert.Equal(4, Schedules.Select(texts.Send).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void Examples_AreQueries(string tag) =>
        Assert.All(PageLanguages.Find(tag)?.Examples ?? [], example => Assert.True(QueryParser.Parse(example.Query).IsQuery, example.Query));
}
