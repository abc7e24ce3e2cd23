using System.Text.Json;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Delivery.State;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Commands.Status;
using NewsAlerts.Local.Running;
using NewsAlerts.Polling;
using NewsAlerts.Polling.Shards;
using NewsAlerts.Steps;

namespace NewsAlerts.HostTests.Commands.Status;

public sealed class StatusCommandTests : IDisposable
{
    private const string Mistaken =
        """
        settings: { contact: ops@example.org }
        feeds:
          - { url: "https://wire.example.org/feed", name: Wire }
        rules:
          - { name: 1, when: Lavrov AND, notify: [me] }
          - { name: 2, when: Taiwan AND, notify: [me] }
          - { name: 3, when: Cholera AND, notify: [me] }
          - { name: 4, when: Mpox AND, notify: [me] }
        destinations:
          - { name: me, type: email, to: me@example.org }
        """;

    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private readonly CommandRun _run = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Status_ConfigurationWithMistakes_SaysThemAndWhatIsStoredInEightyColumns()
    {
        await StoreAsync();

        var (exitCode, output, error) = Status(Mistaken);

        TestContext.Current.TestOutputHelper?.WriteLine(output);
        Assert.Equal((ExitCode.WrongInput, ""), (exitCode, error));
        Assert.StartsWith("No runner is at work. None ever was here", output, StringComparison.Ordinal);
        Assert.Contains("\nalerts.yaml:5:", output, StringComparison.Ordinal);
        Assert.Contains("alerts.yaml is refused. 1 more mistake: 'alerts check' shows all.", InOneLine(output), StringComparison.Ordinal);
        Assert.Contains("A run that goes on keeps to the last one that was right;", InOneLine(output), StringComparison.Ordinal);
        Assert.Matches(@"World news\s+3 min ago\s+in 2 min\s+0", output);
        Assert.Contains("World news: it does not answer", output, StringComparison.Ordinal);
        Assert.Matches(@"desk\s+0\s+never\s+0", output);
        Assert.Contains("desk: disabled until its address changes. It answered 410.", output, StringComparison.Ordinal);
        Assert.Contains("me: what waits is sent in 3 h.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("subscriber:", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public async Task Status_ConfigurationWithMistakesAsJson_MistakesFirst()
    {
        await StoreAsync();

        var (exitCode, output, _) = Status(Mistaken, "--json");

        var lines = output.Trim().Split('\n').Select(line => JsonElement.Parse(line)).ToList();
        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.Equal([5, 6, 7, 8], lines.Take(4).Select(line => line.GetProperty("line").GetInt32()));
        Assert.Equal("stopped", lines[4].GetProperty("runner").GetString());
        Assert.Equal("World news", lines[5].GetProperty("feed").GetString());
        Assert.Contains(lines, line => line.TryGetProperty("destination", out var name) && name.GetString() == "desk");
    }

    [Fact]
    public async Task Status_NoSuchFile_SaysSoAndWhatIsStored()
    {
        await StoreAsync();

        var (exitCode, output, _) = _run.Invoke(StatusCommand.Create(), "--config", _run.PathOf("other.yaml"), "--data", _run.PathOf("data"));

        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.Contains("\nother.yaml: error: there is no such file.", output, StringComparison.Ordinal);
        Assert.Contains("World news", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Status_NothingKept_SaysSoInsteadOfEmptyTables()
    {
        var (_, output, _) = _run.Invoke(StatusCommand.Create(), "--config", _run.PathOf("other.yaml"), "--data", _run.PathOf("empty"));

        Assert.Contains("Nothing is kept here yet. With an alerts.yaml, 'alerts run'", InOneLine(output), StringComparison.Ordinal);
        Assert.DoesNotContain("Destination", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public async Task Status_RunnerThatEnds_SaysSinceWhenItWorksAndWhenItEnded()
    {
        var documents = new DataFolder(_run.PathOf("data"), TimeProvider.System).Documents;
        var log = new RunnerLog(documents, TimeProvider.System);
        using (RunLock.Take(_run.PathOf("data")))
        {
            Assert.StartsWith("A runner is at work and has only just begun.\n", Status(Mistaken).Output, StringComparison.Ordinal);
            await log.NoteAsync(Token);
            Assert.Matches(@"^A runner is at work since \d{4}-\d\d-\d\d \d\d:\d\d \(just now\)\.\n", Status(Mistaken).Output);
        }

        Assert.StartsWith("No runner is at work. The last one was seen ", Status(Mistaken).Output, StringComparison.Ordinal);
        await log.NoteEndAsync(Token);
        Assert.StartsWith("No runner is at work. The last one ended ", Status(Mistaken).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_Feed_ThatOneAlone()
    {
        await StoreAsync();

        var (_, output, _) = Status(Mistaken, "--feed", "world");
        var (exitCode, _, error) = Status(Mistaken, "--feed", "sports");

        Assert.Contains("World news: it does not answer", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Destination", output, StringComparison.Ordinal);
        Assert.Equal((ExitCode.WrongInput, "alerts: no feed has \"sports\" in its name or address.\n"), (exitCode, error));
    }

    private (int ExitCode, string Output, string Error) Status(string yaml, params string[] arguments) =>
        _run.Invoke(StatusCommand.Create(), ["--config", _run.Write("alerts.yaml", yaml), "--data", _run.PathOf("data"), .. arguments]);

    private static string InOneLine(string output) => string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task StoreAsync()
    {
        var documents = new DataFolder(_run.PathOf("data"), TimeProvider.System).Documents;
        var feed = new FeedState
        {
            Url = "https://wire.example.org/feed",
            Title = "World news",
            Polled = Now.AddMinutes(-3),
            Due = Now.AddMinutes(2.5),
            Error = "it does not answer",
            Failures = 1,
        };
        await new FeedShards(documents).UpdateAsync("0001", known: null, _ => new FeedShard { Feeds = [feed] }, Token);
        var states = new DestinationStates(documents);
        foreach (var destination in (DestinationState[])
            [
                new() { Destination = "desk", Disabled = new DisabledDestination("It answered 410.", Now, "f") },
                new() { Destination = "me", Next = new SendTime(Now.AddHours(3.1), SendWait.QuietHours) },
                new() { Destination = "subscriber:0123456789abcdef0123456789abcdef:01234567" },
            ])
        {
            await states.UpdateAsync(destination.Destination, (_, _) => Task.FromResult<DestinationState?>(destination), Token);
        }
    }
}
