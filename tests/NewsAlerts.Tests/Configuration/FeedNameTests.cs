using NewsAlerts.Configuration;

namespace NewsAlerts.Tests.Configuration;

public class FeedNameTests
{
    [Theory]
    [InlineData("World", "Its title", "World")]
    [InlineData(null, "Its title", "Its title")]
    [InlineData(null, null, "https://bridge.example/?action=display&bridge=A&token=***")]
    public void Of_Feed_IsItsNameItsTitleOrItsAddressWithoutSecrets(string? name, string? title, string expected) =>
        Assert.Equal(expected, FeedName.Of(name, title, "https://bridge.example/?action=display&bridge=A&token=abc"));

    [Fact]
    public void Of_FeedsOfABridge_AreToldApart() => Assert.NotEqual(
        FeedName.Of(null, null, "https://bridge.example/?action=display&bridge=A"),
        FeedName.Of(null, null, "https://bridge.example/?action=display&bridge=B"));
}
