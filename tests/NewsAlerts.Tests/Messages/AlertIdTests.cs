using NewsAlerts.Messages;

namespace NewsAlerts.Tests.Messages;

/// <summary>Ids are stored for months: a change of these values tells every reader everything again.</summary>
public class AlertIdTests
{
    [Theory]
    [InlineData("desk", "https://world.example/2026/11/lavrov-taiwan", "d33a2e4e94e89c82f762d6bd7d64cf33")]
    [InlineData("me", "https://world.example/2026/11/lavrov-taiwan", "b7a0645a60def05dc7291d4098c59983")]
    [InlineData("desk", "ラブロフ外相、台湾問題で中国を支持", "48b2f51a84b207183d1b528d3657d751")]
    [InlineData("", "", "01ba4719c80b6fe911b091a7c05124b6")]
    public void Of_DestinationAndStory_IsTheValueStoredBefore(string destination, string story, string id) =>
        Assert.Equal(id, AlertId.Of(destination, story));
}
