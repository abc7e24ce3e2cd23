using NewsAlerts.Channels;
using NewsAlerts.Http;

namespace NewsAlerts.Tests.Channels;

public class DestinationStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
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
        var state = Empty.Merge([Alert("a"), Alert("b")], _ => false).Decide([Delivery("d", Alert("a"))]);

        Assert.Equal("b", Assert.Single(state.Pending).Id);
        Assert.Equal("d", Assert.Single(state.Planned).Id);
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

        Assert.Equal(Now, state.NextSend(Now));
        Assert.Equal(Now.AddHours(1), (state with { PausedUntil = Now.AddHours(1) }).NextSend(Now));
        Assert.Equal(Now, (state with { PausedUntil = Now.AddHours(-1) }).NextSend(Now));
    }

    [Fact]
    public void NextSend_NothingWaits_Never() => Assert.Null(Empty.NextSend(Now));

    [Fact]
    public void EnableIfMoved_SameAddress_StaysDisabled()
    {
        var here = new Destination { Name = "desk", Type = "webhook", Url = new Secret("https://here.example/") };
        var there = here with { Url = new Secret("https://there.example/") };
        var state = Empty with { Disabled = new DisabledDestination("gone", Now, here.Fingerprint()) };

        Assert.NotNull(state.EnableIfMoved(here).Disabled);
        Assert.Null(state.EnableIfMoved(there).Disabled);
    }

    private static PendingAlert Alert(string id, params string[] rules) => new(id, "archive/1", 0, rules);

    private static PlannedDelivery Delivery(string id, params PendingAlert[] alerts) =>
        new() { Id = id, Alerts = alerts, Planned = Now, NotBefore = Now };
}
