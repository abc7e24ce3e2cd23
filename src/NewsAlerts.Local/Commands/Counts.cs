using NewsAlerts.Configuration;
using NewsAlerts.Local.Running;

namespace NewsAlerts.Local.Commands;

/// <summary>Says how much a configuration holds.</summary>
internal static class Counts
{
    /// <summary><c>3 feeds, 2 rules, 1 destination</c></summary>
    public static string Of(AlertsConfiguration configuration) =>
        $"{Plural.Of(configuration.Feeds.Count, "feed")}, {Plural.Of(configuration.Rules.Count, "rule")}, "
        + Plural.Of(configuration.Destinations.Count, "destination");
}
