using NewsAlerts.Yaml;

namespace NewsAlerts.Configuration;

/// <summary>The configuration that holds now. Whoever needs it for a while takes one snapshot and keeps to it.</summary>
/// <param name="configuration">The configuration that holds at the start.</param>
internal sealed class CurrentConfiguration(AlertsConfiguration configuration)
{
    private volatile ConfigurationSnapshot _snapshot = new(configuration);

    /// <summary>The snapshot of now.</summary>
    public ConfigurationSnapshot Snapshot => _snapshot;

    /// <summary>Why the newest one is refused; empty where it holds.</summary>
    public IReadOnlyList<ConfigurationMistake> Mistakes { get; private set; } = [];

    /// <summary>Lets another configuration hold from now on.</summary>
    public void Replace(AlertsConfiguration next)
    {
        _snapshot = new ConfigurationSnapshot(next);
        Mistakes = [];
    }

    /// <summary>Notes that a newer one is refused; what holds goes on.</summary>
    public void Refuse(IReadOnlyList<ConfigurationMistake> mistakes) => Mistakes = mistakes;
}
