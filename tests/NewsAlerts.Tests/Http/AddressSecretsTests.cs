using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Tests.Configuration;

namespace NewsAlerts.Tests.Http;

public class AddressSecretsTests
{
    [Theory]
    [InlineData("https://example.org/world.xml", "https://example.org/world.xml")]
    [InlineData("https://example.org/2026/12/01/a-story-of-42-words/feed", "https://example.org/2026/12/01/a-story-of-42-words/feed")]
    [InlineData("https://example.org/internationalisation/feed", "https://example.org/internationalisation/feed")]
    [InlineData("https://example.org/feed?topic=asia&format=rss", "https://example.org/feed?topic=asia&format=rss")]
    [InlineData("https://me:hunter2@example.org/feed", "https://***@example.org/feed")]
    [InlineData("https://me@x:hunter2@example.org/feed", "https://***@example.org/feed")]
    [InlineData("https://www.reddit.com/.rss?feed=0a1b2c&user=ada", "https://www.reddit.com/.rss?feed=***&user=***")]
    [InlineData("https://example.org/feed?topic=asia&token=hunter2#top", "https://example.org/feed?topic=asia&token=***#top")]
    [InlineData("https://example.org/feed?API_Key=hunter2", "https://example.org/feed?API_Key=***")]
    [InlineData("https://example.org/feed?x=1&private_token=a=b", "https://example.org/feed?x=1&private_token=***")]
    [InlineData("https://example.org/feed?x=0123456789abcdef0", "https://example.org/feed?x=***")]
    [InlineData("https://www.google.com/alerts/feeds/01234567890123456789/9876543210987654321", "https://www.google.com/alerts/feeds/***/***")]
    [InlineData("https://calendar.google.com/calendar/ical/me/private-0a1b2c/basic.ics", "https://calendar.google.com/calendar/ical/me/***/basic.ics")]
    [InlineData("https://example.org/feed/private/hunter2/rss", "https://example.org/feed/private/***/rss")]
    [InlineData("https://example.org/f81d4fae-7dec-11d0-a765-00a0c91e6bf6.xml", "https://example.org/***")]
    [InlineData("https://example.org/u/aB3_dE6-gH9_jK2-mN5x/feed", "https://example.org/u/***/feed")]
    [InlineData("Lavrov and token=x", "Lavrov and token=x")]
    public void Redact_Address_WithoutItsSecrets(string address, string shown) => Assert.Equal(shown, AddressSecrets.Redact(address));

    [Fact]
    public void WithoutSecrets_Address_LosesQueryAndTheSecretsOfItsPath() => Assert.Equal(
        "https://example.org:8080/feed/private/***/rss",
        ShownAddress.WithoutSecrets("https://me:hunter2@example.org:8080/feed/private/hunter2/rss?token=hunter2#hunter2"));

    [Fact]
    public void Redact_LongAddress_AtOnce() =>
        Assert.StartsWith("https://", AddressSecrets.Redact($"https://{new string('a', 200_000)}@{string.Concat(Enumerable.Repeat("/a-A1", 50_000))}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("- { url: 'https://example.org/feed?token=hunter2', evry: 1h }")]
    [InlineData("- { url: 'https://example.org/feed?token=hunter2', every: 1 }")]
    [InlineData("- { url: 'https://example.org/feed?token=hunter2' }\n  - { url: 'https://example.org/feed?token=hunter2' }")]
    [InlineData("- { url: 'htps://example.org/feed?token=hunter2' }")]
    [InlineData("- { url: 'https://example.org/a b?token=hunter2' }")]
    [InlineData("- { url: 'http://127.0.0.1/feed?token=hunter2' }")]
    [InlineData("- { url: 'https://me:hunter2@example.org/feed' }")]
    [InlineData("- { name: a, uri: 'https://example.org/feed?token=hunter2' }")]
    public void Check_ErrorBesideAFeedsAddress_ShowsNoSecretOfIt(string feed)
    {
        var result = Reading.Read($"feeds:\n  {feed}\n");

        Assert.NotEmpty(result.Mistakes.Concat(result.Warnings));
        Assert.DoesNotContain("hunter2", string.Concat(result.Mistakes.Concat(result.Warnings)), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", result.ShownText, StringComparison.Ordinal);
    }
}
