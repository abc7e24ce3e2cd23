using System.CommandLine;

namespace NewsAlerts.Local.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    /// <summary><c>--config</c></summary>
    public static Option<string> Config() => new("--config")
    {
        Description = "The configuration.",
        HelpName = "file",
        DefaultValueFactory = _ => "alerts.yaml",
    };

    /// <summary><c>--json</c></summary>
    public static Option<bool> Json(string what) => new("--json") { Description = $"Print {what} as JSON Lines." };
}
