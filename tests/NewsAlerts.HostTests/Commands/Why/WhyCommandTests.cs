using System.Text.Json;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Commands.Why;
using NewsAlerts.Local.Running;
using NewsAlerts.Subscriptions;

namespace NewsAlerts.HostTests.Commands.Why;

public sealed class WhyCommandTests : IDisposable
{
    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Why_ArticleThatMatches_ReadableInEightyColumns()
    {
        await PastNews.StoreAsync(_run.PathOf("data"), PastNews.FortyDays());

        var (exitCode, output, error) = Why("https://asia.example.org/155");

        Assert.Equal((0, ""), (exitCode, error));
        TestContext.Current.TestOutputHelper?.WriteLine(output);
        Assert.StartsWith("Seen in Asia desk, ", output, StringComparison.Ordinal);
        Assert.Contains("  match    Lavrov on Taiwan: Lavrov: in the title; Taiwan: in the title\n", output, StringComparison.Ordinal);
        Assert.Contains("  no match Cats: jaguar: nowhere\n", output, StringComparison.Ordinal);
        Assert.Contains("me (email) for Lavrov on Taiwan: not sent: no alert has come here: the", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public async Task Why_FeedThatARuleDoesNotLookAt_SaysSo()
    {
        await PastNews.StoreAsync(_run.PathOf("data"), [(1, "A jaguar is seen", "Far from any car.")]);

        var output = Why("jaguar is seen", "--rule", "Cats").Output;

        Assert.Contains("no match Cats: it does not look at this feed, only at asia;", output, StringComparison.Ordinal);
        Assert.Contains("NOT car: but it stands", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Lavrov", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_NeverSeen_ClosestTitle()
    {
        await PastNews.StoreAsync(_run.PathOf("data"), PastNews.FortyDays());

        var (exitCode, output, _) = Why("Lavrov: Moscow doubts Beijing over Taiwan");

        TestContext.Current.TestOutputHelper?.WriteLine(output);
        Assert.Equal(0, exitCode);
        Assert.StartsWith("Not seen:", output, StringComparison.Ordinal);
        Assert.Contains("Lavrov: Moscow backs Beijing over Taiwan, part 156", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Why_EmptyArchive_SaysSo()
    {
        var output = Why("https://unknown.example.com/1").Output;

        Assert.StartsWith("Not seen: the archive is empty.", output, StringComparison.Ordinal);
        Assert.Contains("None of your feeds is of this site.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_Json_OneObject()
    {
        await PastNews.StoreAsync(_run.PathOf("data"), PastNews.FortyDays());

        var root = JsonDocument.Parse(Why("https://asia.example.org/155", "--json").Output).RootElement;

        Assert.True(root.GetProperty("isSeen").GetBoolean());
        var rules = root.GetProperty("sightings")[0].GetProperty("rules");
        Assert.Equal("all", rules[0].GetProperty("finding").GetProperty("kind").GetString());
        Assert.Equal("title", rules[0].GetProperty("finding").GetProperty("parts")[0].GetProperty("fields")[0].GetString());
        Assert.Equal("none", root.GetProperty("alerts")[0].GetProperty("standing").GetString());
    }

    [Fact]
    public async Task Why_PeopleWhoSubscribe_CountedAndTheOneAskedForExplainedInEightyColumns()
    {
        await PastNews.StoreAsync(_run.PathOf("data"), PastNews.FortyDays());
        await SubscribeAsync("other@example.org", Watching("Taiwan"));
        await SubscribeAsync("me@example.org", Watching("Lavrov AND Taiwan"), Watching("Cholera AND Kinshasa AND (epidemic OR outbreak)"));

        var all = Why("https://asia.example.org/155").Output;
        var mine = Why("https://asia.example.org/155", "--subscriber", "me@example.org").Output;
        var nobodys = Why("https://asia.example.org/155", "--subscriber", "nobody@example.org").Output;

        TestContext.Current.TestOutputHelper?.WriteLine(all + mine + nobodys);
        Assert.Contains("People who subscribe: 2 people have a subscription that matches it.", all, StringComparison.Ordinal);
        Assert.DoesNotContain("@", all.Replace("(email)", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("other@", mine, StringComparison.Ordinal);
        Assert.Contains("\nme@example.org\n  match    Lavrov AND Taiwan: Lavrov: in the title; Taiwan: in the title\n", mine, StringComparison.Ordinal);
        Assert.Contains("  no match Cholera AND Kinshasa AND (epidemic OR outbreak):", mine, StringComparison.Ordinal);
        Assert.Contains("me@example.org (email, daily 08:00, UTC) for Lavrov AND Taiwan: not sent: no", mine, StringComparison.Ordinal);
        Assert.Contains("nobody@example.org: nobody subscribes under this address or id.\n", nobodys, StringComparison.Ordinal);
        Assert.All($"{all}{mine}{nobodys}".Split('\n'), line => Assert.InRange(line.Length, 0, 80));

        var json = JsonElement.Parse(Why("https://asia.example.org/155", "--json", "--subscriber", "me@example.org").Output);
        Assert.Equal(2, json.GetProperty("people").GetInt32());
        Assert.Equal([true, false], json.GetProperty("subscriber").GetProperty("subscriptions").EnumerateArray().Select(finding => finding.GetProperty("isMatch").GetBoolean()));
    }

    [Fact]
    public void Why_RuleThatIsNone_SaysSo() =>
        Assert.Equal((2, "--rule: the configuration has no rule 'Dogs'\n"), (Why("x", "--rule", "Dogs").ExitCode, Why("x", "--rule", "Dogs").Error));

    private static Subscription Watching(string query) => new() { Id = query, Query = query, Send = "daily 08:00", TimeZone = "UTC" };

    private async Task SubscribeAsync(string address, params IReadOnlyList<Subscription> subscriptions) =>
        await new Subscribers(new DataFolder(_run.PathOf("data"), TimeProvider.System).Documents, TimeProvider.System).UpdateAsync(
            SubscriberId.Of(address),
            _ => new Subscriber { Id = SubscriberId.Of(address), Address = address, Language = "en", Subscriptions = subscriptions },
            TestContext.Current.CancellationToken);

    private (int ExitCode, string Output, string Error) Why(params string[] arguments) =>
        _run.Invoke(WhyCommand.Create(), [.. arguments, "--config", _run.Write("alerts.yaml", PastNews.Configuration), "--data", _run.PathOf("data")]);
}
