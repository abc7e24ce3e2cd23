using NewsAlerts.Storage;

namespace NewsAlerts.Tests.Storage;

public class DocumentKeyTests
{
    [Theory]
    [InlineData("me", "me-2744ccd10c7533bd")]
    [InlineData("Desk / Asia", "desk---asia-c00e53ebf56e5f0a")]
    [InlineData("台湾", "33db161daa042c42")]
    [InlineData("", "e3b0c44298fc1c14")]
    public void Of_Text_LiteralValue(string text, string key) => Assert.Equal(key, DocumentKey.Of(text));
}
