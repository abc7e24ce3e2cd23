using NewsAlerts.Subscriptions;

namespace NewsAlerts.Tests.Subscriptions;

public class SubscriberChangesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 26, 53, TimeSpan.Zero);

    [Fact]
    public void Ask_MessageThatComesTwice_CountsOnce()
    {
        var request = Request("a1");

        var (once, _) = Subscriberless.Ask(request, Now);
        var (twice, mayAsk) = once.Ask(request, Now);

        Assert.True(mayAsk);
        Assert.Same(once, twice);
    }

    [Fact]
    public void Ask_FourthTimeInADay_IsRefusedAndTheNextDayIsNot()
    {
        var subscriber = Subscriberless;
        var answers = new List<bool>();
        for (var i = 0; i < 4; i++)
        {
            (subscriber, var mayAsk) = subscriber.Ask(Request($"a{i}"), Now);
            answers.Add(mayAsk);
        }

        Assert.Equal([true, true, true, false], answers);
        Assert.Equal(3, subscriber?.Pending.Count);
        Assert.True(subscriber?.AsOf(Now.AddDays(1)).Ask(Request("b") with { At = Now.AddDays(1) }, Now.AddDays(1)).MayAsk);
    }

    [Fact]
    public void Ask_MoreThanCanWait_IsRefused()
    {
        var subscriber = Known() with
        {
            Pending = [.. Enumerable.Range(0, SubscriberChanges.MostPending).Select(i => new PendingSubscription(Subscribed($"p{i}"), "en", Now.AddDays(1)))],
        };

        Assert.False(subscriber.Ask(Request("a1"), Now).MayAsk);
        Assert.True((subscriber with { Pending = [.. subscriber.Pending.Select(pending => pending with { EndedBy = "link" })] }).Ask(Request("a1"), Now).MayAsk);
    }

    [Fact]
    public void Ask_ForSomebodyWhoHasConfirmed_ChangesNothingOfTheirs()
    {
        var subscriber = Known() with { Subscriptions = [Subscribed("a1")] };

        var (next, _) = subscriber.Ask(Request("b1") with { Address = "ADA@example.org", Language = "fr" }, Now);

        Assert.Equal((subscriber.Address, subscriber.Language), (next?.Address, next?.Language));
        Assert.Equal(subscriber.Subscriptions, next?.Subscriptions);
    }

    [Fact]
    public void Ask_ForALinkOfNobody_IsRefusedAndLeavesNoTrace()
    {
        var (next, mayAsk) = Subscriberless.Ask(Request("a1") with { Subscription = null }, Now);

        Assert.False(mayAsk);
        Assert.Null(next);
    }

    [Fact]
    public void Ask_ForANewLink_TheRequestSaysWhenThatOneEnds()
    {
        var (asked, _) = Subscriberless.Ask(Request("a1"), Now);
        var later = Now.AddHours(60);
        var (again, _) = asked.Ask(Request("") with { Subscription = null, Pending = "a1", At = later }, later);

        Assert.Equal((Now.AddDays(7), Now.AddHours(48)), (asked?.Pending[0].Until, asked?.Pending[0].LinkUntil));
        Assert.Equal((Now.AddDays(7), later.AddHours(48)), (again?.Pending[0].Until, again?.Pending[0].LinkUntil));
    }

    [Fact]
    public void Confirm_UnknownId_ChangesNothing()
    {
        var subscriber = Known();

        Assert.Same(subscriber, subscriber.Confirm("a1"));
    }

    [Fact]
    public void End_Twice_EndsOnce()
    {
        var once = (Known() with { Subscriptions = [Subscribed("a1"), Subscribed("b1")] }).End(held => held.Id == "a1", "link", Now);

        Assert.Same(once, once.End(held => held.Id == "a1", "link", Now));
        Assert.Equal("b1", Assert.Single(once.Subscriptions).Id);
        Assert.Equal((true, Now + SubscriberChanges.UndoFor), (once.Pending[0].Ended, once.Pending[0].Until));
    }

    private static Subscriber? Subscriberless => null;

    private static Subscriber Known() => new() { Id = "id", Address = "ada@example.org", Language = "en" };

    private static Subscription Subscribed(string id) => new() { Id = id, Query = id, Send = "immediate", TimeZone = "UTC" };

    private static SubscriptionRequest Request(string id) =>
        new() { Reader = "id", Address = "ada@example.org", Language = "en", Subscription = Subscribed(id), At = Now };
}
