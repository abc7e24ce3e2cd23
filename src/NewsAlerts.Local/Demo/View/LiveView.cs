using NewsAlerts.Local.Commands.Printing;
using Spectre.Console;

namespace NewsAlerts.Local.Demo.View;

/// <summary>Shows the scene on the whole terminal, and leaves the terminal as it was.</summary>
/// <param name="console">The terminal.</param>
/// <param name="frame">The layout.</param>
/// <param name="watcher">The scene.</param>
/// <param name="time">Times the pictures.</param>
internal sealed class LiveView(IAnsiConsole console, Frame frame, Watcher watcher, TimeProvider time)
{
    private const string EnterAlternateScreen = "\u001b[?1049h\u001b[H";
    private const string LeaveAlternateScreen = "\u001b[?1049l";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private (int Width, int Height) Size => (console.Profile.Width, console.Profile.Height);

    /// <summary>Shows the scene until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        console.Write(new ControlCode(EnterAlternateScreen));
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                console.Clear();
                await console.Live(Picture()).StartAsync(context => RefreshAsync(context, Size, stopping));
            }
        }
        finally
        {
            console.Write(new ControlCode(LeaveAlternateScreen));
        }
    }

    // A live display never gets smaller: when the terminal does, another one begins.
    private async Task RefreshAsync(LiveDisplayContext context, (int Width, int Height) size, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && Size == size)
        {
            context.UpdateTarget(Picture());
            await Task.Delay(Pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // The last line stays free: a terminal scrolls when it is filled.
    private Visible Picture() => new(new Rows(frame
        .Lay(watcher.Scene, Size.Width, Size.Height - 1)
        .Select(line => new Markup(line))));
}
