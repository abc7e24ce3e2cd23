using NewsAlerts.Configuration;
using NewsAlerts.Local.Demo.View;

namespace NewsAlerts.Local.Demo;

/// <summary>The demo's alerts.yaml: written for the port that the sites got, and then read as any other.</summary>
internal static class DemoConfiguration
{
    private const string MainRule = "Lavrov on Taiwan";

    /// <summary>Where the configuration is, in a data folder.</summary>
    public static string PathIn(string folder) => Path.Combine(folder, "alerts.yaml");

    /// <summary>Writes the file into the folder, and reads it.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="address">Where the sites are.</param>
    /// <param name="signingKey">What the environment variable <c>DEMO_KEY</c> would hold.</param>
    public static AlertsConfiguration Write(string folder, string address, string signingKey)
    {
        using var template = new StreamReader(EmbeddedFile.Open("alerts.yaml"));
        var text = template.ReadToEnd().Replace("{address}", address, StringComparison.Ordinal);
        File.WriteAllText(PathIn(folder), text);
        var result = ConfigurationReader.Read(text, PathIn(folder), name => name == "DEMO_KEY" ? signingKey : null);
        return result.Configuration
            ?? throw new InvalidDataException(string.Join('\n', result.Mistakes.Select(mistake => mistake.Message)));
    }

    /// <summary>The matches of the rule that the demo is about: one story, told by two outlets.</summary>
    public static IReadOnlyList<MatchRow> FindMainMatches(Scene scene) =>
        [.. scene.Matches.Where(match => match.Rules.Contains(MainRule)).DistinctBy(match => match.Text.Source)];
}
