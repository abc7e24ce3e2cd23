using System.CommandLine;

namespace NewsAlerts.Local.Commands;

/// <summary>The option <c>--config</c> of every command that reads the configuration.</summary>
internal static class ConfigurationOption
{
    public static Option<string> Create() => new("--config")
    {
        Description = "The configuration.",
        HelpName = "file",
        DefaultValueFactory = _ => "alerts.yaml",
    };
}
