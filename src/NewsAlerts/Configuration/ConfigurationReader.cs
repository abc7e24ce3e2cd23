using NewsAlerts.Configuration.Sections;
using NewsAlerts.Yaml;
using NewsAlerts.Yaml.Nodes;

namespace NewsAlerts.Configuration;

/// <summary>Reads alerts.yaml and reports everything that is wrong with it in one go.</summary>
internal static class ConfigurationReader
{
    /// <summary>Reads a configuration.</summary>
    /// <param name="text">What the file says.</param>
    /// <param name="file">The file's name, for the mistakes.</param>
    /// <param name="environment">The environment variables that <c>${NAME}</c> means, by name.</param>
    public static ConfigurationResult Read(string text, string file, Func<string, string?> environment)
    {
        var mistakes = new MistakeList(new SourceText(file, text.StartsWith('\ufeff') ? text[1..] : text));
        var document = NodeTree.Read(mistakes);
        var configuration = document is null ? null : ReadRoot(document.Root, new ReadingContext(mistakes, environment));
        var result = ConfigurationResult.Of(configuration, mistakes);
        return result.IsRight || result.Mistakes.Count > 0 ? result : Empty(file);
    }

    private static AlertsConfiguration? ReadRoot(Node root, ReadingContext context)
    {
        var mistakes = context.Mistakes;
        if (root.Kind != NodeKind.Mapping)
        {
            if (root.Kind == NodeKind.Scalar || root.Kind == NodeKind.Sequence)
            {
                mistakes.Hide(root.Start, root.End);
                mistakes.Add(root.Start, root.End, $"the keys settings, feeds, rules and destinations are expected, not {root.Description}");
            }

            return null;
        }

        var reader = new MappingReader(root, "alerts.yaml", context);
        var settingsReader = reader.Mapping("settings", "settings");
        var notifyOps = settingsReader.Texts("notifyOps");
        var settings = SettingsSection.Read(settingsReader, notifyOps);
        var feedsSection = new FeedsSection(mistakes);
        var destinationsSection = new DestinationsSection(mistakes);
        var feeds = feedsSection.Read(reader.Mappings("feeds", "a feed"), settings);
        var destinations = destinationsSection.Read(reader.Mappings("destinations", "a destination"), settings);
        var rules = new RulesSection(mistakes, feedsSection, destinationsSection, settings.TimeZone).Read(reader.Mappings("rules", "a rule"));
        foreach (var destination in notifyOps)
        {
            destinationsSection.Use(destination);
        }

        reader.RejectUnknownKeys();
        destinationsSection.WarnOfUnused();
        destinationsSection.WarnOfMissingLinks(destinations, settings);
        var configuration = new AlertsConfiguration
        {
            Settings = settings,
            Feeds = feeds,
            Rules = rules,
            Destinations = destinations,
        };
        new UselessConfiguration(configuration, root, mistakes).Warn();
        return configuration;
    }

    private static ConfigurationResult Empty(string file) => new()
    {
        Mistakes = [new ConfigurationMistake(file, 0, 0, 0, "the file is empty: it needs feeds, rules and destinations")],
    };
}
