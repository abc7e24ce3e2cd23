using System.CommandLine;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Local.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    /// <summary><c>--since</c>: from an hour to ten years.</summary>
    public static Option<string> Since(string byDefault)
    {
        var since = new Option<string>("--since")
        {
            Description = "How far to look back: 12h, 30d.",
            HelpName = "time",
            DefaultValueFactory = _ => byDefault,
        };
        since.Validators.Add(result =>
        {
            var text = result.GetValueOrDefault<string>();
            if (DurationText.Check(text, TimeSpan.FromHours(1), TimeSpan.FromDays(3650)) is { } problem)
            {
                result.AddError($"--since: '{text}' {problem.Message}.");
            }
        });
        return since;
    }

    /// <summary><c>--json</c></summary>
    public static Option<bool> Json(string what) => new("--json") { Description = $"Print {what} as JSON Lines." };
}
