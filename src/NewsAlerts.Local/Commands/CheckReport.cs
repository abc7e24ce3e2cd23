using NewsAlerts.Configuration;
using Spectre.Console;

namespace NewsAlerts.Local.Commands;

internal static class CheckReport
{
    public static void Print(ConfigurationResult result, IAnsiConsole console)
    {
        foreach (var mistake in result.Mistakes)
        {
            console.WriteLine($"{mistake.File}:{mistake.Line}:{mistake.Column}: {mistake.Message}");
        }
    }
}
