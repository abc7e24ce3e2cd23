using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Commands.Configuring;

namespace NewsAlerts.HostTests.Commands.Configuring;

public sealed class ImportCommandTests : IDisposable
{
    private const string Opml =
        """
        <opml version="2.0"><body>
          <outline text="World">
            <outline text="Wire" xmlUrl="https://example.org/a"/>
            <outline text="Paper" xmlUrl="https://example.org/b"/>
            <outline text="Old" xmlUrl="ftp://example.org/c"/>
          </outline>
        </body></opml>
        """;

    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Import_NewAndKnownFeeds_AddsTheNewOnes()
    {
        const string Before = "\ufeff# mine\r\nfeeds:\r\n- url: 'https://example.org/a'  # first\r\n\r\nrules: []";
        _run.Write("alerts.yaml", Before);

        var (exitCode, output, _) = Import(Opml);

        Assert.Equal(0, exitCode);
        Assert.Equal(
            "+ Paper (World)\nleft out: 'ftp://example.org/c' is not a web address: it starts with https:// or\n"
            + "    http://\nalerts.yaml: 1 added, 1 already there, 1 left out\n",
            output);
        Assert.Equal(
            "\ufeff# mine\r\nfeeds:\r\n- url: 'https://example.org/a'  # first\r\n"
            + "- url: https://example.org/b\r\n  name: Paper\r\n  tags: [World]\r\n\r\nrules: []",
            System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(_run.PathOf("alerts.yaml"))));
    }

    [Fact]
    public void Import_NoFile_MakesOne()
    {
        Assert.Equal(0, Import(Opml).ExitCode);
        Assert.StartsWith("feeds:\n  - url: https://example.org/a\n", File.ReadAllText(_run.PathOf("alerts.yaml")), StringComparison.Ordinal);
        Assert.Equal(0, _run.Invoke(CheckCommand.Create(), "--config", _run.PathOf("alerts.yaml")).ExitCode);
        Assert.Equal(2, Directory.GetFiles(_run.PathOf(".")).Length);
    }

    [Fact]
    public void Import_CommentsAndOtherLists_AreLeftOutAndSaid()
    {
        var (exitCode, output, _) = Import(
            """
            <opml><body>
              <outline isComment="true" xmlUrl="https://example.org/a"/>
              <outline text="F1"><outline text="Tides" xmlUrl="https://example.org/t t"/></outline>
              <outline text="F2"><outline text="Tides" xmlUrl="https://example.org/t t"/></outline>
              <outline type="include" url="https://example.org/more.opml"/>
            </body></opml>
            """);

        Assert.Equal(0, exitCode);
        Assert.Equal(
            "+ Tides (F1, F2)\nleft out: 'https://example.org/a' is commented out\n"
            + "left out: 'https://example.org/more.opml' is another list, which is not fetched:\n    save it, and import it by itself\n"
            + "alerts.yaml: 1 added, 1 already there, 2 left out\n",
            output);
    }

    [Theory]
    [InlineData("<html></html>", "feeds.opml: error: it is a web page, not an OPML file\n")]
    [InlineData("<opml/>", "feeds.opml: error: it names no feed\n")]
    public void Import_NoOpml_IsRefused(string opml, string message)
    {
        Assert.Equal((2, "", message), Import(opml));
        Assert.False(File.Exists(_run.PathOf("alerts.yaml")));
    }

    [Fact]
    public void Import_FileThatIsNoYaml_IsLeftAlone()
    {
        _run.Write("alerts.yaml", "feeds: [");

        var (exitCode, _, error) = Import(Opml);

        Assert.Equal(2, exitCode);
        Assert.EndsWith("Nothing was written.\n", error, StringComparison.Ordinal);
        Assert.Equal("feeds: [", File.ReadAllText(_run.PathOf("alerts.yaml")));
    }

    [Fact]
    public void Import_FolderThatCannotBeWritten_Fails()
    {
        var opml = _run.Write("feeds.opml", Opml);

        var (exitCode, _, error) = _run.Invoke(
            ImportCommand.Create(), opml, "--config", Path.Combine(_run.PathOf("nowhere"), "alerts.yaml"));

        Assert.Equal(1, exitCode);
        Assert.StartsWith("nowhere/alerts.yaml: error: it cannot be written:", error.Replace('\\', '/'), StringComparison.Ordinal);
    }

    private (int ExitCode, string Output, string Error) Import(string opml) =>
        _run.Invoke(ImportCommand.Create(), _run.Write("feeds.opml", opml), "--config", _run.PathOf("alerts.yaml"));
}
