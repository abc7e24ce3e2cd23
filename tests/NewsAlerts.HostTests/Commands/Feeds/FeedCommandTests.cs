using System.Text;
using System.Text.Json;
using NewsAlerts.Local.Commands.Feeds;

namespace NewsAlerts.HostTests.Commands.Feeds;

public sealed class FeedCommandTests : IDisposable
{
    private const string Rss = """
        <rss version="2.0"><channel><title>World wire</title><link>/</link>
          <item><guid isPermaLink="false">1</guid><title>Tea &amp; trade</title><link>/tea</link>
            <pubDate>Sat, 14 Mar 2026 10:26:53 +0100</pubDate><description>&lt;b&gt;Exports&lt;/b&gt; rise</description>
            <category>Trade</category><enclosure url="tea.mp3" type="audio/mpeg" length="7"/></item>
        </channel></rss>
        """;

    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Feed_JsonOfAFile_EveryKeyAndAbsoluteLinks()
    {
        var file = _run.Write("feed.xml", Rss);

        var (exitCode, output, error) = _run.Invoke(
            FeedCommand.Create(), file, "--json", "--base", "https://wire.example/rss/world.xml");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(
            """{"source":"feed.xml","status":"ok","error":null,"malformed":false,"encoding":"utf-8","format":"rss","title":"World wire","link":"https://wire.example/","id":null,"description":null,"language":null,"authors":[],"published":null,"updated":null,"items":[{"id":"1","title":"Tea & trade","link":"https://wire.example/tea","published":"2026-03-14T09:26:53Z","updated":null,"authors":[],"summary":"Exports rise","content":null,"categories":["Trade"],"enclosures":[{"url":"https://wire.example/tea.mp3","type":"audio/mpeg","length":7}]}]}""",
            output.TrimEnd());
    }

    [Fact]
    public void Feed_SeveralInputs_OneObjectEachInOrderAndTheErrorIsNamed()
    {
        var page = _run.Write("page.html", "<!doctype html><html><head><title>Hello</title></head><body></body></html>");
        var file = _run.Write("feed.xml", Rss);

        var (exitCode, output, _) = _run.Invoke(FeedCommand.Create(), page, _run.PathOf("missing.xml"), file, "--json");

        Assert.Equal(1, exitCode);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["error", "error", "ok"], lines.Select(line => line.GetProperty("status").GetString()));
        Assert.Contains("HTML", lines[0].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Contains("missing.xml", lines[1].GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Feed_HeaderOfAFile_SaysItsEncoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = _run.PathOf("feed.xml");
        File.WriteAllBytes(file, Encoding.GetEncoding(1251).GetBytes("<rss version='2.0'><channel><title>Новости</title></channel></rss>"));

        var (_, output, _) = _run.Invoke(FeedCommand.Create(), file, "--json", "--header", "Content-Type: application/rss+xml; charset=windows-1251");

        var feed = JsonDocument.Parse(output).RootElement;
        Assert.Equal(("windows-1251", "Новости"), (feed.GetProperty("encoding").GetString(), feed.GetProperty("title").GetString()));
    }

    [Fact]
    public void Feed_ForPeople_TitleAndItems()
    {
        var (_, output, _) = _run.Invoke(FeedCommand.Create(), _run.Write("feed.xml", Rss), "--base", "https://wire.example/");

        Assert.Equal(
            """
            feed.xml
              World wire - rss, utf-8, 1 item
              2026-03-14 09:26Z  Tea & trade
                                 https://wire.example/tea

            """.ReplaceLineEndings("\n"),
            output);
    }

    [Fact]
    public void Feed_PrivateAddress_RefusedUnlessAllowed()
    {
        var (exitCode, output, _) = _run.Invoke(FeedCommand.Create(), "http://127.0.0.1:9/feed.xml");

        Assert.Equal(1, exitCode);
        Assert.Contains("private address", output, StringComparison.Ordinal);
        Assert.Contains("--allow-private", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Feed_HeaderThatIsNone_SaysSo()
    {
        var (_, _, error) = _run.Invoke(FeedCommand.Create(), _run.Write("feed.xml", Rss), "--header", "text/xml");

        Assert.Contains("--header takes \"Name: value\", not \"text/xml\".", error, StringComparison.Ordinal);
    }
}
