using NewsAlerts.Yaml;
using NewsAlerts.Yaml.Nodes;

namespace NewsAlerts.Configuration.Sections;

/// <summary>Warns of a configuration that is right in each of its parts, and of which nothing comes.</summary>
/// <param name="configuration">What was read.</param>
/// <param name="root">The file's keys.</param>
/// <param name="mistakes">Where warnings go; where it has mistakes, no part is judged by what another one says.</param>
internal sealed class UselessConfiguration(AlertsConfiguration configuration, Node root, MistakeList mistakes)
{
    private readonly Settings _settings = configuration.Settings;

    private bool HasPages => _settings is { PublicUrl: not null, SigningKeys.Count: > 0 } && _settings.Subscribe != SubscribeTo.Nobody;

    private bool HasNoSubscribers => !HasPages || _settings.Smtp is null;

    /// <summary>Warns of each.</summary>
    public void Warn()
    {
        if (mistakes.Any)
        {
            return;
        }

        WarnOfClosedPages();
        if (configuration.Feeds.Count == 0)
        {
            Warn("feeds", "there is no feed to watch: 'alerts add' finds those of a site");
        }

        if (configuration.Rules.Count == 0 && HasNoSubscribers)
        {
            Warn("rules", "there is no rule: no article is looked for, and no alert is sent");
        }
        else if (configuration.Destinations.Count == 0 && HasNoSubscribers)
        {
            Warn("destinations", "there is no destination, and nobody can subscribe: no alert is sent");
        }
    }

    private void WarnOfClosedPages()
    {
        if (!HasPages)
        {
            return;
        }

        if (_settings.Smtp is null)
        {
            mistakes.WarnOfFile(
                "no smtp in the settings: nobody can subscribe, since no email can ask them to confirm it; "
                + "'subscribe: nobody' says that this is meant");
        }
        else if (_settings.Subscribe == SubscribeTo.Rules && !configuration.Rules.Any(rule => rule.Subscribe))
        {
            mistakes.WarnOfFile("nobody can subscribe: the settings say 'subscribe: rules', and no rule says 'subscribe: true'");
        }
    }

    private void Warn(string key, string message)
    {
        if (root.Find(key) is { Key: var found })
        {
            mistakes.Warn(found.Start, found.End, message);
        }
        else
        {
            mistakes.WarnOfFile(message);
        }
    }
}
