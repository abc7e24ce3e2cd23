using System.Globalization;
using System.Text.Json;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Commands.Readers;
using NewsAlerts.Local.Running;
using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Suppressed;

namespace NewsAlerts.HostTests.Commands.Readers;

public sealed class SubscriptionsCommandTests : IDisposable
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private readonly CommandRun _run = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Subscriptions_SomePeople_EachWithWhatTheyWantInEightyColumns()
    {
        await StoreAsync();

        var (exitCode, output, error) = Subscriptions();

        TestContext.Current.TestOutputHelper?.WriteLine(output);
        Assert.Equal((0, ""), (exitCode, error));
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains("me@example.org (de)\n    Lavrov AND Taiwan: daily 08:00 (Europe/Berlin)\n    the rule 'breaking': immediate (UTC)\n", output, StringComparison.Ordinal);
        Assert.Contains("suspended since ", output, StringComparison.Ordinal);
        var ends = Now.AddHours(30).UtcDateTime.ToString("d MMM HH:mm", CultureInfo.InvariantCulture);
        Assert.Contains($"to be confirmed until {ends} UTC: Lavrov AND Taiwan", output, StringComparison.Ordinal);
        Assert.Contains("its link has ended; another one can be asked for until ", output, StringComparison.Ordinal);
        Assert.Contains("ended, can be taken back until ", output, StringComparison.Ordinal);
        Assert.Contains("Nobody has subscribed.", Subscriptions("--address", "nobody@example.org").Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subscriptions_OneAsJson_IsWhole()
    {
        await StoreAsync();

        using var person = JsonDocument.Parse(Subscriptions("--address", "ME@example.org", "--json").Output);

        Assert.Equal("me@example.org", person.RootElement.GetProperty("address").GetString());
        Assert.Equal(2, person.RootElement.GetProperty("subscriptions").GetArrayLength());
    }

    [Fact]
    public async Task Remove_SomebodyAndNobody_ForgottenAndSaid()
    {
        await StoreAsync();

        Assert.Equal((0, "me@example.org is forgotten, with all subscriptions.\n", ""), Subscriptions("remove", "me@example.org"));
        Assert.Equal((ExitCode.WrongInput, "", "nobody has subscribed as 'me@example.org'\n"), Subscriptions("remove", "me@example.org"));
        Assert.DoesNotContain("me@example.org", Subscriptions().Output, StringComparison.Ordinal);
        Assert.Contains("stranger@example.org", Subscriptions().Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suppressions_ListedAndLifted_AsTheyStand()
    {
        Assert.Equal((0, "Nobody has unsubscribed a destination.\n", ""), Suppressions());
        var suppressions = new Suppressions(new DataFolder(_run.PathOf("data"), TimeProvider.System).Documents, TimeProvider.System);
        await suppressions.AddAsync("me@example.org", "desk", [], Token);

        Assert.StartsWith("me@example.org has unsubscribed 'desk' on ", Suppressions().Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Suppressions("--json").Output);
        Assert.Equal("desk", json.RootElement.GetProperty("destinations")[0].GetProperty("name").GetString());
        var lifted = Suppressions("remove", "Me@example.org").Output;
        Assert.StartsWith("Me@example.org is sent emails again", lifted, StringComparison.Ordinal);
        Assert.All(lifted.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Equal((ExitCode.WrongInput, "", "nobody has unsubscribed as 'me@example.org'\n"), Suppressions("remove", "me@example.org"));
    }

    private (int ExitCode, string Output, string Error) Subscriptions(params string[] arguments) =>
        _run.Invoke(SubscriptionsCommand.Create(), [.. arguments, "--data", _run.PathOf("data")]);

    private (int ExitCode, string Output, string Error) Suppressions(params string[] arguments) =>
        _run.Invoke(SuppressionsCommand.Create(), [.. arguments, "--data", _run.PathOf("data")]);

    private async Task StoreAsync()
    {
        var subscribers = new Subscribers(new DataFolder(_run.PathOf("data"), TimeProvider.System).Documents, TimeProvider.System);
        var me = NewSubscriber("me@example.org") with
        {
            Language = "de",
            Subscriptions =
            [
                new() { Id = "1", Query = "Lavrov AND Taiwan", Send = "daily 08:00", TimeZone = "Europe/Berlin" },
                new() { Id = "2", Rule = "breaking", Send = "immediate", TimeZone = "UTC" },
            ],
        };
        var gone = NewSubscriber("gone@example.org") with { Subscriptions = me.Subscriptions, Suspended = new Suspension(Now, "550 5.1.1 There is no such mailbox here.") };
        var stranger = NewSubscriber("stranger@example.org") with
        {
            Pending =
            [
                new(me.Subscriptions[0], "en", Now.AddDays(6)) { LinkUntil = Now.AddHours(30) },
                new(me.Subscriptions[1], "en", Now.AddDays(4)) { LinkUntil = Now.AddHours(-10) },
                new(me.Subscriptions[1], "en", Now.AddHours(24)) { EndedBy = "link" },
            ],
        };
        foreach (var person in (Subscriber[])[me, gone, stranger])
        {
            await subscribers.UpdateAsync(person.Id, _ => person, Token);
        }
    }

    private static Subscriber NewSubscriber(string address) => new() { Id = SubscriberId.Of(address), Address = address, Language = "en" };
}
