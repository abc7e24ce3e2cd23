using System.Text.Json;
using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Commands.Deliveries;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Local.Running;
using NewsAlerts.Storage;

namespace NewsAlerts.HostTests.Commands.Deliveries;

public sealed class DeliveriesCommandTests : IDisposable
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private const string Quiet =
        "rules: [{ name: r, when: a, notify: [quiet] }]\ndestinations: [{ name: quiet, type: email, to: me@example.org }]\n";

    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Deliveries_AWeek_NewestFirstInEightyColumns()
    {
        await StoreAsync();

        var (exitCode, output, error) = Deliveries();

        TestContext.Current.TestOutputHelper?.WriteLine(output);
        Assert.Equal((0, ""), (exitCode, error));
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Equal(
            ["not yet a desk with a long name: 2 alerts, 3 attempts", "given up hook: 1 alert, 1 attempt", "delivered me: 1 alert, 1 attempt"],
            output.Split('\n').Where(line => line.StartsWith("msg_", StringComparison.Ordinal)).Select(line => line[26..]));
        Assert.Contains("\n    The receiver answered 503: try later", output, StringComparison.Ordinal);
        Assert.Contains("\n    250 Accepted by mail.example.\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "--failed")]
    [InlineData(1, "--destination", "me")]
    [InlineData(0, "--destination", "me", "--failed")]
    [InlineData(4, "--since", "30d")]
    [InlineData(1, "--since", "1h")]
    [InlineData(2, "--limit", "2")]
    public async Task Deliveries_Chosen_OnlyThose(int count, params string[] options)
    {
        await StoreAsync();

        var lines = Deliveries([.. options, "--json"]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(count, lines.Length);
    }

    [Fact]
    public async Task Deliveries_Json_HasEveryAttempt()
    {
        await StoreAsync();

        var line = Deliveries("--json", "--failed", "--limit", "1").Output;

        var delivery = JsonDocument.Parse(line).RootElement;
        Assert.Equal("retrying", delivery.GetProperty("status").GetString());
        Assert.Equal("one", delivery.GetProperty("alerts")[1].GetProperty("rules")[0].GetString());
        var attempt = delivery.GetProperty("attempts")[2];
        Assert.Equal((503, "failed"), (attempt.GetProperty("status").GetInt32(), attempt.GetProperty("outcome").GetString()));
    }

    [Theory]
    [InlineData("nope", "there are a desk with a long name, hook, me, quiet")]
    [InlineData("hok", "did you mean 'hook'?")]
    public async Task Deliveries_UnknownDestination_IsRefused(string name, string says)
    {
        await StoreAsync();
        var config = _run.Write("alerts.yaml", Quiet);

        var (exitCode, output, error) = Deliveries("--destination", name, "--config", config);

        Assert.Equal((2, "", $"there is no destination '{name}': {says}\n"), (exitCode, output, error.Replace("\n    ", " ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Deliveries_DestinationToWhichNothingWasSent_SaysSo()
    {
        await StoreAsync();
        var config = _run.Write("alerts.yaml", Quiet);

        Assert.Equal((0, "No deliveries.\n", ""), Deliveries("--destination", "quiet", "--config", config));
    }

    [Fact]
    public void Deliveries_None_SaysSo() => Assert.Equal("No deliveries.\n", Deliveries().Output);

    [Theory]
    [InlineData("--since", "yesterday")]
    [InlineData("--limit", "0")]
    public void Deliveries_WrongOption_IsRefused(params string[] options)
    {
        var (exitCode, _, error) = Deliveries(options);

        Assert.NotEqual(0, exitCode);
        Assert.StartsWith(options[0], error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_Ids_SayWhatBecomesOfThem()
    {
        await StoreAsync();

        Assert.Contains("hook' again, with the same id.", Replay(IdOf(1)).Output.ReplaceLineEndings(" ").Replace("     ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("'me' has it", Replay(IdOf(2)[..12]).Output, StringComparison.Ordinal);
        Assert.Contains("it is still tried", Replay(IdOf(0)).Output, StringComparison.Ordinal);
        Assert.Equal((2, "there is no delivery 'msg_12345678': 'alerts deliveries' lists those there are\n"), Wrong(Replay("msg_12345678")));
        Assert.Equal((2, "'msg_' is too short for an id: give 8 characters or more\n"), Wrong(Replay("msg_")));
        Assert.Equal(1, Replay(IdOf(1), "--queue", "alerts").ExitCode);
        Assert.Equal(3, (await new DataFolder(_run.PathOf("data"), TimeProvider.System).Queues.CountAsync(Queues.Alerts, TestContext.Current.CancellationToken)).Visible);

        static (int, string) Wrong((int ExitCode, string, string Error) run) => (run.ExitCode, run.Error);
    }

    private async Task StoreAsync()
    {
        var ledger = new DeliveryLedger(new DataFolder(_run.PathOf("data"), TimeProvider.System).Documents);
        await WriteAsync(0, "a desk with a long name", TimeSpan.FromMinutes(3), DeliveryStatus.Retrying, 2, 3, 503, $"The receiver answered 503: {string.Concat(Enumerable.Repeat("try later ", 40))}");
        await WriteAsync(1, "hook", TimeSpan.FromHours(5), DeliveryStatus.Poisoned, 1, 1, 422, "The receiver answered 422.");
        await WriteAsync(2, "me", TimeSpan.FromDays(2), DeliveryStatus.Delivered, 1, 1, 250, "Accepted by mail.example.");
        await WriteAsync(3, "me", TimeSpan.FromDays(20), DeliveryStatus.Delivered, 1, 1, null, "Written to outbox.");

        Task WriteAsync(int number, string destination, TimeSpan age, DeliveryStatus status, int alerts, int attempts, int? answer, string reason) =>
            ledger.WriteAsync(
                new DeliveryRecord
                {
                    Id = IdOf(number),
                    Destination = destination,
                    Planned = Now - age,
                    Status = status,
                    Alerts = [.. Enumerable.Range(0, alerts).Select(i => new PendingAlert($"{i:x32}", "archive/1", i, ["one"]))],
                    Attempts =
                    [
                        .. Enumerable.Repeat(
                            new DeliveryAttempt(Now - age, status == DeliveryStatus.Delivered ? DeliveryOutcome.Delivered : DeliveryOutcome.Failed, answer, reason),
                            attempts),
                    ],
                },
                TestContext.Current.CancellationToken);
    }

    private static string IdOf(int number) => DeliveryId.Of([$"{number}"]);

    private (int ExitCode, string Output, string Error) Deliveries(params string[] options) =>
        _run.Invoke(DeliveriesCommand.Create(), [.. options, "--data", _run.PathOf("data")]);

    private (int ExitCode, string Output, string Error) Replay(params string[] arguments) =>
        _run.Invoke(ReplayCommand.Create(), [.. arguments, "--data", _run.PathOf("data")]);
}
