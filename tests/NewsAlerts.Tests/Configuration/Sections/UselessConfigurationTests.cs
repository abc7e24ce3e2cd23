namespace NewsAlerts.Tests.Configuration.Sections;

public class UselessConfigurationTests
{
    private const string Feeds = "feeds:\n  - { url: https://example.org/a, name: A }\n";
    private const string Settings = "settings:\n  contact: ops@example.org\n";
    private const string Destinations = "destinations:\n  - { name: hook, type: webhook, url: https://example.org/hook }\n";
    private const string Open = $"{Settings}  {Reading.Links}\n  {Reading.Smtp}\n";

    [Theory]
    [InlineData($"{Settings}{Feeds}", "alerts.yaml: there is no rule: no article is looked for, and no alert is sent")]
    [InlineData($"{Settings}{Feeds}rules:\n", "alerts.yaml:5:1: there is no rule: no article is looked for, and no alert is sent")]
    [InlineData($"{Settings}{Feeds}rules: []\n", "alerts.yaml:5:1: there is no rule: no article is looked for, and no alert is sent")]
    [InlineData(
        $"{Settings}{Feeds}rules:\n  - {{ name: R, when: a, subscribe: true }}\ndestinations: []\n",
        "alerts.yaml:7:1: there is no destination, and nobody can subscribe: no alert is sent")]
    [InlineData(
        $"{Settings}{Destinations}rules:\n  - {{ name: R, when: a, notify: [hook] }}\n",
        "alerts.yaml: there is no feed to watch: 'alerts add' finds those of a site")]
    [InlineData($"{Settings}feeds: []\n", "alerts.yaml: there is no rule", "alerts.yaml:3:1: there is no feed to watch")]
    [InlineData($"{Open}  subscribe: anything\n", "alerts.yaml: there is no feed to watch")]
    public void Read_NothingComesOfIt_IsAWarningWithItsPlace(string text, params string[] expected)
    {
        var result = Reading.Read(text);

        Assert.True(result.IsRight);
        Assert.Equal(expected.Length, result.Warnings.Count);
        Assert.All(expected, warning => Assert.Contains(result.Warnings, found => found.ToString().StartsWith(warning, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData($"{Open}  subscribe: anything\n{Feeds}")]
    [InlineData($"{Open}  subscribe: rules\n{Feeds}rules:\n  - {{ name: R, when: a, subscribe: true }}\n")]
    public void Read_ReadersWhoSubscribeThemselves_AreEnough(string text) => Assert.Empty(Reading.Read(text).Warnings);

    [Fact]
    public void Read_Mistakes_AreSaidAlone() =>
        Assert.Empty(Reading.Read($"{Settings}feeds:\n  - {{ url: nonsense }}\n").Warnings);
}
