using System.Text.Json;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Commands.Match;
using NewsAlerts.Local.Commands.Printing;

namespace NewsAlerts.HostTests.Commands.Match;

public sealed class MatchCommandTests : IDisposable
{
    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Match_Json_EveryItemInOrderWithTheLinesOfItsRules()
    {
        var rules = _run.Write("rules.txt", "Lavrov AND Taiwan\n# a remark\n\ntitle:Tass\n");
        var items = _run.Write("items.jsonl", """
            {"id": "b", "title": "Lavrov speaks to Tass", "body": "He speaks of Taiwan."}
            {"id": 7, "title": "Weather"}
            """);

        var run = Match("--rules", rules, "--items", items, "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["""{"item": "b", "rules": ["1","4"]}""", """{"item": 7, "rules": []}"""], run.Output);
    }

    [Fact]
    public void Match_ForPeople_OnlyWhatMatchesWithTheWordsMarked()
    {
        var rules = _run.Write("rules.txt", "Taiwan");
        var items = _run.Write("items.jsonl", """
            {"id": "1", "title": "Moscow backs Beijing over Taiwan", "feed": "World wire"}
            {"id": "2", "title": "Weather"}
            """);

        var run = Match("--rules", rules, "--items", items);

        Assert.Equal("Moscow backs Beijing over [Taiwan]", run.Output[0]);
        Assert.DoesNotContain(run.Output, line => line.Contains("Weather", StringComparison.Ordinal));
    }

    [Fact]
    public void Match_RedirectorsAndMarkupOfAuthors_AreReadAsInAFeed()
    {
        var rules = _run.Write("rules.txt", "site:wire.example\nsite:google.com\nauthor:\"Ada One\"\nauthor:href");
        var items = _run.Write("items.jsonl", """
            {"id": 1, "title": "x", "link": "https://www.google.com/url?url=https://wire.example/story&ct=ga"}
            {"id": 2, "title": "x", "author": "<a href=\"https://wire.example/a\">Ada One</a>, <a href=\"https://wire.example/b\">Bob Two</a>"}
            """);

        var run = Match("--rules", rules, "--items", items, "--json");

        Assert.Equal(["""{"item": 1, "rules": ["1"]}""", """{"item": 2, "rules": ["3"]}"""], run.Output);
    }

    [Fact]
    public void Match_Fields_AreReadFromTheItemAndFromTheConfiguration()
    {
        var rules = _run.Write("alerts.yaml", """
            settings: { contact: ops@example.org }
            feeds:
              - { url: "https://a.example/feed", name: A, tags: [asia] }
            rules:
              - { name: one, when: "feed:asia author:lovelace category:sport lang:en site:a.example", notify: [me] }
            destinations:
              - { name: me, type: email, to: me@example.org }
            """);
        var items = _run.Write("items.jsonl", """
            {"id": 1, "feed": "A", "author": ["Ada Lovelace", "B"], "category": "sport", "language": "en-GB", "link": "https://www.a.example/1"}
            {"id": 2, "feed": "B", "author": "Ada Lovelace", "category": ["sport"], "language": "en", "link": "https://a.example/1"}
            """);

        var run = Match("--rules", rules, "--items", items, "--json");

        Assert.Equal(["""{"item": 1, "rules": ["one"]}""", """{"item": 2, "rules": []}"""], run.Output);
    }

    [Fact]
    public void Match_Configuration_RulesLookAtTheirFeedsOnly()
    {
        var rules = _run.Write("alerts.yaml", """
            settings: { contact: ops@example.org }
            feeds:
              - { url: "https://a.example/feed", name: A, tags: [asia] }
              - { url: "https://b.example/feed", name: B }
            rules:
              - { name: everywhere, when: Taiwan, notify: [me] }
              - { name: asia only, when: Taiwan, feeds: [asia], notify: [me] }
            destinations:
              - { name: me, type: email, to: me@example.org }
            """);
        var items = _run.Write("items.jsonl", """
            {"id": 1, "title": "Taiwan", "feed": "A"}
            {"id": 2, "title": "Taiwan", "feed": "https://b.example/feed"}
            {"id": 3, "title": "Taiwan"}
            """);

        var run = Match("--rules", rules, "--items", items, "--json");

        Assert.Equal(
            [
                """{"item": 1, "rules": ["everywhere","asia only"]}""",
                """{"item": 2, "rules": ["everywhere"]}""",
                """{"item": 3, "rules": ["everywhere","asia only"]}""",
            ],
            run.Output);
    }

    [Fact]
    public void Match_WrongQuery_ItsPlaceAndExitCode2()
    {
        var rules = _run.Write("rules.txt", "Taiwan\n(Lavrov OR\n");

        var run = Match("--rules", rules, "--items", _run.Write("items.jsonl", ""));

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("rules.txt:2:", run.Error[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Match_BadLine_IsNamedAndTheRestGoesOn()
    {
        var items = _run.Write("items.jsonl", "{\"id\": 1, \"title\": \"Taiwan\"}\nnonsense\n{\"id\": 3, \"title\": \"Taiwan\"}\n");

        var run = Match("--rules", _run.Write("rules.txt", "Taiwan"), "--items", items, "--json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(2, run.Output.Length);
        Assert.StartsWith("items.jsonl:2:", Assert.Single(run.Error), StringComparison.Ordinal);
    }

    // In a process of its own: the memory of this one belongs to other tests, too.
    [Fact]
    public async Task Match_Stats_PrintsOneJsonObjectWithBytesARuleBesideTheAnswers()
    {
        const int Rules = 5_000;
        var rules = _run.Write("rules.txt", string.Join('\n', Enumerable.Range(1, Rules).Select(rule => $"port{rule} OR Taiwan{rule}")));
        var items = _run.Write("items.jsonl", """{"id": 1, "title": "Taiwan7"}""");
        await using var program = BuiltProgram.Start("alerts.dll", "match", "--rules", rules, "--items", items, "--json", "--stats");

        Assert.Equal(0, await program.WaitAsync(TestContext.Current.CancellationToken));

        using var stats = JsonDocument.Parse(Assert.Single(Lines(program.Error)));
        Assert.Equal(["""{"item": 1, "rules": ["7"]}"""], Lines(program.Output));
        Assert.Equal(Rules, stats.RootElement.GetProperty("rules").GetInt32());
        Assert.InRange(stats.RootElement.GetProperty("bytes_per_rule").GetDouble(), 10, 10_000);
    }

    private (int ExitCode, string[] Output, string[] Error) Match(params string[] arguments)
    {
        var (exitCode, output, error) = _run.Invoke(MatchCommand.Create(), arguments);
        return (exitCode, Lines(output), Lines(error));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
