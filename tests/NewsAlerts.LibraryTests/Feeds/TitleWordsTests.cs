using NewsAlerts.Feeds;

namespace NewsAlerts.LibraryTests.Feeds;

/// <summary>The words are stored for months: what they are must never change.</summary>
public class TitleWordsTests
{
    [Theory]
    [InlineData("Lavrov: Moscow backs Beijing, over Taiwan", "lavrov moscow backs beijing over taiwan")]
    [InlineData("Orbán's Café — ÉLYSÉE", "orban s cafe elysee")]
    [InlineData("Straße ﬁnds ＦＵＬＬ", "straße finds full")]
    [InlineData("COVID-19 costs $3.50", "covid 19 costs 3 50")]
    [InlineData("the man and the sea", "the man and sea")]
    [InlineData("台湾海峡で地震", "台湾 湾海 海峡 峡て て地 地震")]
    [InlineData("iPhone発売", "iphone 発売")]
    [InlineData("中", "中")]
    [InlineData("Лавров и Тайвань", "лавров и таивань")]
    [InlineData("दिल्ली", "दिलली")]
    [InlineData("…", "")]
    [InlineData(null, "")]
    public void Of_Title_LiteralWords(string? title, string words) =>
        Assert.Equal(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), TitleWords.Of(title));
}
