using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Yaml;

namespace NewsAlerts.Local.Commands.Configuring;

/// <summary>Prints what is wrong with a configuration as JSON Lines, an object for each mistake or warning.</summary>
internal static class MistakesJson
{
    /// <summary>Prints them.</summary>
    /// <param name="mistakes">The mistakes.</param>
    /// <param name="severity"><c>error</c> or <c>warning</c>.</param>
    /// <param name="output">Where to.</param>
    public static void Print(IEnumerable<ConfigurationMistake> mistakes, string severity, TextWriter output)
    {
        foreach (var (file, line, column, length, message, suggestion) in mistakes)
        {
            output.WriteLine(JsonLines.Of(new { file, line, column, length, severity, message, suggestion }));
        }
    }
}
