using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Tests.Yaml.Values;

public class NearestWordTests
{
    [Theory]
    [InlineData("Climat talks", "Climate talks", true)]
    [InlineData("asai", "asia", true)]
    [InlineData("too", "to", true)]
    [InlineData("ASIA", "asia", true)]
    [InlineData("Region 2", "Region 1", false)]
    [InlineData("Regoin 1", "Region 1", true)]
    [InlineData("中国", "中東", false)]
    [InlineData("日本経済新聞", "日本経済新問", true)]
    [InlineData("한국", "한문", false)]
    [InlineData("Киев", "Киив", true)]
    public void Of_OneOtherWord_IsMeantWhereItIsLikeIt(string word, string candidate, bool isMeant) =>
        Assert.Equal(isMeant ? candidate : null, NearestWord.Of(word, [candidate]));
}
