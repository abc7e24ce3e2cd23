using NewsAlerts.Configuration;
using NewsAlerts.Local.Commands.Configuring;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Run;

/// <summary>
/// Looks every few seconds whether the configuration file has changed, and lets the new one hold. One with mistakes is
/// reported and refused, and the last one without goes on.
/// </summary>
internal sealed class ConfigurationWatch(
    ConfigurationFile file, CurrentConfiguration current, RunLines lines, TextWriter error, TimeProvider time)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(3);

    private string _text = file.Text;

    /// <summary>Watches until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(LookEvery, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Look();
        }
    }

    private void Look()
    {
        // An editor that replaces the file leaves none for a moment.
        var read = ConfigurationFile.Load(file.Path);
        if (!read.IsReadable || read.Text == _text)
        {
            return;
        }

        _text = read.Text;
        if (read.Result.IsRight)
        {
            current.Replace(read.Result.Configuration);
            lines.Print(Markup.Escape($"{file.Path} has changed: {Counts.Of(read.Result.Configuration)}."));
        }
        else
        {
            current.Refuse(read.Result.Mistakes);
            new ConfigurationReport(error).Write(read);
            lines.Print(Markup.Escape($"{file.Path} has changed and is refused; what held before goes on."));
        }
    }
}
