using NewsAlerts.Tests.Configuration;

namespace NewsAlerts.Tests.Yaml.Values;

public class PublicUrlTests
{
    [Theory]
    [InlineData("https://alerts.example.org", "https://alerts.example.org")]
    [InlineData("https://example.org/alerts/", "https://example.org/alerts")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080")]
    public void Read_Address_WithoutASlashAtItsEnd(string written, string read) =>
        Assert.Equal(read, Reading.ReadRight($"settings: {{ contact: a@example.org, publicUrl: \"{written}\" }}").Settings.PublicUrl);

    [Theory]
    [InlineData("alerts.example.org", "starts with https://")]
    [InlineData("http://alerts.example.org/", "is not protected")]
    [InlineData("https://alerts.example.org/?a=b", "has a query or a fragment")]
    [InlineData("https://alerts.example.org/#a", "has a query or a fragment")]
    [InlineData("https://me@alerts.example.org/", "holds a user name")]
    public void Read_SomethingElse_SaysWhatIsWrong(string written, string message) =>
        Assert.Contains(message, Assert.Single(Reading.Read($"settings: {{ publicUrl: \"{written}\" }}").Mistakes).Message, StringComparison.Ordinal);
}
