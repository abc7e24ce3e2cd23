using Spectre.Console;

namespace NewsAlerts.Local.Commands.Printing;

/// <summary>Makes consoles that print for people on a terminal, and plain whole lines elsewhere.</summary>
internal static class Terminal
{
    /// <summary>Whether what is written is read on a terminal.</summary>
    public static bool Is(TextWriter output) =>
        (ReferenceEquals(Below(output), Console.Out) && !Console.IsOutputRedirected)
        || (ReferenceEquals(Below(output), Console.Error) && !Console.IsErrorRedirected);

    /// <summary>A console over a writer; what would command the terminal in its texts is shown as escapes.</summary>
    public static IAnsiConsole Create(TextWriter output)
    {
        var isTerminal = Is(output);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(Below(output)),
        });
        console.Pipeline.Attach(new Visible.Hook());
        if (!isTerminal)
        {
            // A line that is cut at some width is of no use to whoever greps for it.
            console.Profile.Width = 10_000;
        }

        return console;
    }

    // The console's own sequences, which give the colours, are no text of others.
    private static TextWriter Below(TextWriter output) => output is VisibleWriter visible ? visible.Inner : output;
}
