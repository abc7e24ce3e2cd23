using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Web;
using Spectre.Console;

namespace NewsAlerts.HostTests.Commands;

/// <summary>No text of others commands the terminal of who reads it.</summary>
public sealed class VisibleOutputTests : IDisposable
{
    private const string Hostile = "Storm\u001b[2J\u0007\u009b31m \u202Egnp.exe\u2066\u200F";
    private const string Shown = @"Storm\u001b[2J\u0007\u009b31m \u202egnp.exe\u2066\u200f";

    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData]
    [InlineData("--json")]
    public async Task Program_FeedWithControlCharacters_ShowsThemAsEscapes(params string[] options)
    {
        var feed = _run.Write("feed.json", JsonSerializer.Serialize(new
        {
            version = "https://jsonfeed.org/version/1.1",
            title = "Wire",
            items = new[] { new { id = Hostile, title = "Storm", url = "https://wire.example/" + Hostile } },
        }));

        await using var program = BuiltProgram.Start("alerts.dll", ["feed", feed, .. options]);
        var exitCode = await program.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, exitCode);
        Assert.Contains(options.Length > 0 ? $"\"id\":\"{Shown}" : "Storm", program.Output, StringComparison.OrdinalIgnoreCase);
        AssertPlain(program.Output + program.Error);
    }

    [Fact]
    public async Task Program_RootElementNamedByRightToLeftOverride_ShowsItAsEscape()
    {
        var feed = _run.Write("feed.xml", "<?xml version='1.0'?><a\u200Fb\u2067/>");

        await using var program = BuiltProgram.Start("alerts.dll", ["feed", feed]);
        _ = await program.WaitAsync(TestContext.Current.CancellationToken);

        Assert.NotEmpty(program.Output);
        AssertPlain(program.Output + program.Error);
    }

    [Fact]
    public void Lines_ControlCharactersBetweenColours_OnlyTheTextIsEscaped()
    {
        using var written = new StringWriter { NewLine = "\n" };
        var console = Terminal.Create(new VisibleWriter(written));
        console.Profile.Capabilities.Ansi = true;
        console.Profile.Capabilities.ColorSystem = ColorSystem.Standard;

        console.MarkupLine($"[red]{Markup.Escape(Hostile)}[/]");

        var line = written.ToString();
        Assert.Contains(Shown, line, StringComparison.Ordinal);
        Assert.StartsWith("\u001b[", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_ControlCharactersInACell_AreEscaped()
    {
        using var written = new StringWriter { NewLine = "\n" };
        var table = new Table().AddColumn("Feed").AddRow(Markup.Escape(Hostile));

        Terminal.Create(new VisibleWriter(written)).Write(table);

        Assert.Contains(Shown, written.ToString(), StringComparison.Ordinal);
        AssertPlain(written.ToString());
    }

    [Theory]
    [InlineData(Hostile)]
    [InlineData("two\r\nlines\rand\vmore")]
    public void Log_MessageOfOthers_IsOneLineThatCommandsNothing(string said)
    {
        using var written = new StringWriter { NewLine = "\n" };
        using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddLogging(logging => LogLines.AddTo(logging))
            .BuildServiceProvider();
        var formatter = services.GetServices<ConsoleFormatter>().OfType<LogLines>().Single();

        formatter.Write(
            new LogEntry<string>(LogLevel.Warning, "Poll", new EventId(7), said, new IOException(said), (state, _) => state), null, written);

        Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d warn: Poll\[7\] ", written.ToString());
        Assert.Equal(written.ToString().Length - 1, written.ToString().IndexOf('\n', StringComparison.Ordinal));
        AssertPlain(written.ToString());
    }

    [Fact]
    public void Writer_EveryWayToWrite_Escapes()
    {
        using var written = new StringWriter { NewLine = "\n" };
        using var writer = new VisibleWriter(written);

        writer.Write('\u0007');
        writer.Write("\u0007");
        writer.Write("\u0007".AsSpan());
        writer.Write("\u0007".ToCharArray());
        writer.Write("{0}", "\u0007");
        writer.WriteLine("\u0007".ToCharArray());

        Assert.Equal(string.Concat(Enumerable.Repeat(@"\u0007", 6)) + "\n", written.ToString());
    }

    private static void AssertPlain(string text) =>
        Assert.DoesNotContain(text, character => (char.IsControl(character) && character is not '\n')
            || character is '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
}
