using Spectre.Console;

namespace NewsAlerts.Local.Commands;

/// <summary>Makes consoles that print for people on a terminal, and plain whole lines elsewhere.</summary>
internal static class Terminal
{
    /// <summary>A console over a writer.</summary>
    public static IAnsiConsole Create(TextWriter output)
    {
        var isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        if (!isTerminal)
        {
            // A line that is cut at some width is of no use to whoever greps for it.
            console.Profile.Width = 10_000;
        }

        return console;
    }
}
