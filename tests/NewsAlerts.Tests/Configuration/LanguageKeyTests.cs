using System.Text.Json;
using System.Text.RegularExpressions;
using NewsAlerts.Configuration.Values;
using NewsAlerts.Messages.Texts;

namespace NewsAlerts.Tests.Configuration;

/// <summary>The key <c>language</c> of destinations and settings.</summary>
public class LanguageKeyTests
{
    private const string Contact = "contact: ops@example.org";
    private const string Me = "{ name: me, type: email, to: me@example.org }";

    [Fact]
    public void Read_NothingSaid_English() => Assert.Equal("en", Reading.ReadRight(Reading.Right).Destinations[0].Language);

    [Theory]
    [InlineData("fr", "fr")]
    [InlineData("de-AT", "de")]
    public void Read_Destination_HasItsLanguage(string language, string expected) => Assert.Equal(
        expected, Reading.ReadWith(Me, $"{{ name: me, type: email, to: me@example.org, language: {language} }}").Configuration?.Destinations[0].Language);

    [Fact]
    public void Read_Settings_HoldForWhoSaysNothing()
    {
        var settings = Reading.Right.Replace(Contact, $"{Contact}\n  language: de", StringComparison.Ordinal);
        var other = settings.Replace(Me, $"{Me}\n  - {{ name: you, type: slack, url: 'https://example.org/x', language: es }}", StringComparison.Ordinal);

        var configuration = Reading.ReadRight(other);

        Assert.Equal("de", configuration.Settings.Language);
        Assert.Equal(["de", "es"], configuration.Destinations.Select(destination => destination.Language));
    }

    [Theory]
    [InlineData("it", "")]
    [InlineData("no", "")]
    [InlineData("german", " (did you mean de?)")]
    [InlineData("Deutsch", " (did you mean de?)")]
    [InlineData("español", " (did you mean es?)")]
    [InlineData("fr_FR", " (did you mean fr?)")]
    [InlineData("en-", "")]
    public void Read_UnknownLanguage_IsAMistakeThatNamesThoseThereAre(string language, string suggestion) =>
        Assert.EndsWith(
            $": '{language}' is none of en, de, fr, es{suggestion}",
            Reading.MistakeWith(Contact, $"{Contact}\n  language: {language}").ToString(),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("en")]
    [InlineData("DE")]
    [InlineData("es-419")]
    [InlineData("fr-")]
    [InlineData("fra")]
    [InlineData("it")]
    [InlineData("")]
    public void Schema_Language_IsThatOfTheReader(string text)
    {
        var definition = JsonDocument.Parse(RepositoryFile.Read("src/NewsAlerts/Configuration/alerts.schema.json"))
            .RootElement.GetProperty("definitions").GetProperty("language");

        Assert.Equal(LanguageText.Check(text) is null, Regex.IsMatch(text, definition.GetProperty("pattern").GetString() ?? ""));
        Assert.Equal(Languages.All.Select(language => language.Tag), definition.GetProperty("examples").EnumerateArray().Select(tag => tag.GetString()));
    }
}
