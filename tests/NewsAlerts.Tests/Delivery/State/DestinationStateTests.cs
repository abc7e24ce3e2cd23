using System.Text.Json;
using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Delivery;
using NewsAlerts.Delivery.State;
using NewsAlerts.Http;
using NewsAlerts.Storage;

namespace NewsAlerts.Tests.Delivery.State;

public class DestinationStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly DeliveryTiming Timing = new();
    private static readonly DestinationState Empty = new() { Destination = "desk" };

    [Fact]
    public void Merge_AlertThatWaits_GetsTheFurtherRules()
    {
        var state = Empty.Merge([Alert("a", "one")], _ => false).Merge([Alert("a", "other", "one")], _ => false);

        Assert.Equal(["one", "other"], Assert.Single(state.Pending).Rules);
    }

    [Fact]
    public void Merge_ToldOrTakenUp_NotAgain()
    {
        var state = (Empty with { Planned = [Delivery("d", Alert("taken"))] })
            .Merge([Alert("told"), Alert("taken"), Alert("new"), Alert("new")], id => id == "told");

        Assert.Equal("new", Assert.Single(state.Pending).Id);
    }

    [Fact]
    public void Decide_Alerts_NoLongerWait()
    {
        var state = Empty.Merge([Alert("a"), Alert("b")], _ => false).Decide([Delivery("d", Alert("a"))], areAll: true, Timing, Now);

        Assert.Equal("b", Assert.Single(state.Pending).Id);
        Assert.Equal("d", Assert.Single(state.Planned).Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Decide_NotAllThatWasDue_OpensNoGroup(bool areAll)
    {
        var state = Empty.Merge([Alert("a"), Alert("b")], _ => false).Decide([Delivery("d", Alert("a"))], areAll, Timing, Now);

        Assert.Equal(areAll ? Now : null, state.GroupSince);
        Assert.Equal(areAll ? Now.AddSeconds(30) : Now, SendClock.OfPending(state, Timing)?.At);
    }

    [Fact]
    public void Pending_Bytes_AreAboutThoseOfTheDocument()
    {
        var state = Empty with
        {
            Pending = [.. Enumerable.Range(0, 100).Select(i => new PendingAlert($"{i:x32}", $"archive/items/20261121/0930-{i:x32}", i, ["Lavrov on Taiwan", "台湾"])
            {
                At = Now.AddTicks(i),
                Trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            })],
        };

        var written = JsonSerializer.SerializeToUtf8Bytes(state, DeliveryStateJson.Default.DestinationState).Length;

        Assert.InRange(state.Pending.Sum(alert => alert.Bytes), written * 0.8, written * 1.2);
    }

    [Fact]
    public void IsHeldByAnother_SameMessageComesBack_TakesOver()
    {
        var state = Empty with { Hold = new DestinationHold("message", "token", Now.AddMinutes(1)) };

        Assert.False(state.IsHeldByAnother("message", Now));
        Assert.True(state.IsHeldByAnother("other", Now));
        Assert.False(state.IsHeldByAnother("other", Now.AddMinutes(1)));
    }

    [Fact]
    public void NextSend_PausedDestination_AfterThePause()
    {
        var state = Empty.Merge([Alert("a")], _ => false);

        Assert.Equal(Now, state.NextSend(Timing, Now)?.At);
        Assert.Equal(Now.AddHours(1), (state with { PausedUntil = Now.AddHours(1) }).NextSend(Timing, Now)?.At);
        Assert.Equal(Now, (state with { PausedUntil = Now.AddHours(-1) }).NextSend(Timing, Now)?.At);
    }

    [Fact]
    public void NextSend_NothingWaits_Never() => Assert.Null(Empty.NextSend(Timing, Now));

    [Fact]
    public void EnableIfMoved_SameAddress_StaysDisabled()
    {
        var here = new Destination { Name = "desk", Type = "webhook", Url = new Secret("https://here.example/") };
        var there = here with { Url = new Secret("https://there.example/") };
        var state = Empty with { Disabled = new DisabledDestination("gone", Now, here.Fingerprint()) };

        Assert.NotNull(state.EnableIfMoved(here).Disabled);
        Assert.Null(state.EnableIfMoved(there).Disabled);
    }

    private static PendingAlert Alert(string id, params string[] rules) => new(id, "archive/1", 0, rules) { At = Now };

    private static PlannedDelivery Delivery(string id, params PendingAlert[] alerts) =>
        new() { Id = id, Alerts = alerts, Planned = Now, NotBefore = Now };
}
