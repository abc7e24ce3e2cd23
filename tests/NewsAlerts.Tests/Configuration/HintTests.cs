using NewsAlerts.Yaml;

namespace NewsAlerts.Tests.Configuration;

public class HintTests
{
    [Fact]
    public void Read_OperatorInLowerCase_WarnedOfAtItsPlace()
    {
        var warning = Assert.Single(Warnings("""
            settings: { contact: ops@example.org }
            feeds: [ { url: "https://example.org/feed" } ]
            rules:
              - name: both
                when: Lavrov and Taiwan
                notify: [me]
            destinations: [ { name: me, type: email, to: me@example.org } ]
            """));

        Assert.Equal((5, 18, 3, "AND"), (warning.Line, warning.Column, warning.Length, warning.Suggestion));
    }

    [Theory]
    [InlineData("Taiwan #lavrov", 1)]
    [InlineData("Taiwan # and more", 0)]
    [InlineData("'Taiwan #lavrov'", 1)] // the sign is not looked for
    [InlineData("C# AND Taiwan", 0)]
    public void Read_HashtagInAQuery_WarnedOf(string when, int count)
    {
        var warnings = Warnings($$"""
            settings: { contact: ops@example.org }
            feeds: [ { url: "https://example.org/feed" } ]
            rules:
              - name: both
                when: {{when}}
                notify: [me]
            destinations: [ { name: me, type: email, to: me@example.org } ]
            """);

        Assert.Equal(count, warnings.Count);
        Assert.All(warnings, warning => Assert.Equal("#lavrov".Length, warning.Length));
    }

    [Theory]
    [InlineData("feed:asia", "")]
    [InlineData("feed:ASIA", "")]
    [InlineData("feed:\"World wire\"", "")]
    [InlineData("feed:World*", "")]
    [InlineData("title:asai", "")]
    [InlineData("feed:asai", "no feed has the name or tag asai")]
    [InlineData("FEED:\"world wires\"", "no feed has the name or tag \"world wires\"")]
    [InlineData("feed:afric*", "no feed has the name or tag afric*")]
    public void Read_FeedOfAQueryThatThereIsNot_WarnedOf(string feed, string says)
    {
        var warnings = Warnings(WithFeed("name: World wire, tags: [asia]", feed));

        Assert.Equal(says, string.Join('\n', warnings.Select(warning => warning.Message)));
    }

    [Fact]
    public void Read_FeedWithoutAName_MayHaveAnyTitle() => Assert.Empty(Warnings(WithFeed("tags: [asia]", "feed:Wire")));

    [Theory]
    [InlineData("http://127.0.0.1:8080/feed", 1)]
    [InlineData("http://localhost/feed", 1)]
    [InlineData("https://192.168.1.20/feed", 1)]
    [InlineData("http://[fd00::1]/feed", 1)]
    [InlineData("https://example.org/feed", 0)]
    [InlineData("http://10.0.0.7/feed", 0)]
    public void Read_PrivateFeedThatIsNotAllowed_WarnedOf(string url, int count)
    {
        var warnings = Warnings($$"""
            settings: { contact: ops@example.org, allowPrivate: [10.0.0.7] }
            feeds: [ { url: "{{url}}" } ]
            """);

        Assert.Equal(count, warnings.Count(warning => warning.Message.Contains("allowPrivate", StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_VariableInBracesWithoutQuotes_SaysToQuoteIt()
    {
        var mistake = Assert.Single(Reading.Read("""
            destinations:
              - { name: desk, type: slack, url: ${SLACK_URL} }
            """).Mistakes);

        Assert.Equal((2, 37, "\"${SLACK_URL}\""), (mistake.Line, mistake.Column, mistake.Suggestion));
    }

    private static IReadOnlyList<ConfigurationMistake> Warnings(string yaml) =>
        [.. Reading.Read(yaml).Warnings.Where(warning => warning.Line > 0)];

    private static string WithFeed(string feed, string query) => $$"""
        settings: { contact: ops@example.org }
        feeds: [ { url: "https://example.org/feed", {{feed}} } ]
        rules: [ { name: asia, when: 'Taiwan {{query}}', notify: [me] } ]
        destinations: [ { name: me, type: email, to: me@example.org } ]
        """;
}
