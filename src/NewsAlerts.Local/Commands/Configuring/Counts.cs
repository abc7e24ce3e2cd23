using NewsAlerts.Configuration;
using NewsAlerts.Messages;

namespace NewsAlerts.Local.Commands.Configuring;

/// <summary>Says how much a configuration holds.</summary>
internal static class Counts
{
    /// <summary><c>3 feeds, 2 rules, 1 destination</c></summary>
    public static string Of(AlertsConfiguration configuration) =>
        $"{Counted.Of(configuration.Feeds.Count, "feed")}, {Counted.Of(configuration.Rules.Count, "rule")}, "
        + Counted.Of(configuration.Destinations.Count, "destination");
}
