namespace NewsAlerts.Tests.Configuration;

public class FullTextSettingTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("fullText: true", true)]
    [InlineData("fullText: false", false)]
    public void Read_FullText_AsWritten(string line, bool expected) =>
        Assert.Equal(
            expected,
            Reading.ReadRight($"settings: {{ contact: a@example.org }}\nfeeds:\n  - url: https://example.org/\n    {line}\n").Feeds[0].FullText);

    [Fact]
    public void Read_FullTextNeitherTrueNorFalse_IsAMistake() =>
        Assert.Equal("'yes' is neither true nor false", Reading.MistakeWith("name: World wire", "name: World wire\n    fullText: yes").Message);
}
