using System.Text;
using NewsAlerts.Messages;

namespace NewsAlerts.Local.Commands.Printing;

/// <summary>
/// Where the program writes everything that a person or another program reads: what would command a terminal is shown as
/// escapes. Spectre.Console's own sequences go around it: <see cref="Terminal"/> escapes what they surround.
/// </summary>
/// <param name="inner">The standard output, or what a test reads.</param>
internal sealed class VisibleWriter(TextWriter inner) : TextWriter(inner.FormatProvider)
{
    /// <summary>The writer below, which shows nothing as an escape.</summary>
    public TextWriter Inner => inner;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(VisibleText.Of(value.ToString()));

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(string? value) => inner.Write(VisibleText.Of(value ?? ""));

    public override void WriteLine() => inner.WriteLine();

    public override void WriteLine(ReadOnlySpan<char> buffer) => WriteLine(buffer.ToString());

    public override void WriteLine(string? value) => inner.WriteLine(VisibleText.Of(value ?? ""));

    public override Task WriteAsync(string? value) => inner.WriteAsync(VisibleText.Of(value ?? ""));

    public override Task WriteLineAsync() => inner.WriteLineAsync();

    public override Task WriteLineAsync(string? value) => inner.WriteLineAsync(VisibleText.Of(value ?? ""));

    public override void Flush() => inner.Flush();

    public override Task FlushAsync() => inner.FlushAsync();
}
