using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery.State;
using NewsAlerts.Polling;
using NewsAlerts.Polling.Hubs;
using NewsAlerts.Polling.Shards;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Subscriptions;

namespace NewsAlerts.Tests.Storage;

/// <summary>What a clock has stored that was 30 days ahead for a while; and, beside it, what a right one may store.</summary>
public class StoredTimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Ahead = Now.AddDays(30);
    private static readonly DeliveryTiming Timing = new() { MostAnHour = 1, Pace = TimeSpan.FromHours(1) };
    private static readonly DeliveryTiming Daily = new() { Digests = new SendSchedule(SendEvery.Day, new TimeOnly(8, 0)) };
    private static readonly PendingAlert Alert = new("a", "archive/1", 0, ["one"]) { At = Now };
    private static readonly DestinationState State = new() { Destination = "desk", Pending = [Alert] };
    private static readonly FeedState Feed = new() { Url = "https://news.example/", Due = Now.AddMinutes(5), Polled = Now };

    public static TheoryData<string> Kinds => [.. Delays.Keys];

    // How long each keeps something from being done, as the clock is right again, and as it may be with a right clock.
    private static Dictionary<string, (Func<DateTimeOffset, TimeSpan> Delay, DateTimeOffset Right)> Delays { get; } = new()
    {
        ["pause"] = (at => Next(State with { PausedUntil = at }), Now.AddHours(24)),
        ["circuit"] = (at => Next(State with { PausedUntil = at, FailuresInRow = 12 }), Now.AddHours(1)),
        ["retry"] = (at => Next(State with { Pending = [], Planned = [Planned(at)] }), Now.AddHours(26)),
        ["lease of a destination"] = (at => (State with { Hold = new DestinationHold("other", "token", at) }).IsHeldByAnother("mine", Now) ? at - Now : TimeSpan.Zero, Now + Lease.Time),
        ["group"] = (at => Next(State with { GroupSince = at }, new DeliveryTiming()) - TimeSpan.FromSeconds(30), Now),
        ["hour"] = (at => Next(State with { Sent = [at] }) - TimeSpan.FromHours(1), Now),
        ["pace"] = (at => Next(State with { LastSend = at }) - TimeSpan.FromHours(1), Now),
        ["digest"] = (at => Next(State with { Pending = [Alert with { At = at }] }, Daily) - TimeSpan.FromHours(23), Now),
        ["digest on a page"] = (at => Next(State with { Pending = [], Backlog = new Backlog { Pages = [new WaitingPage("p", 1, at, at)] } }, Daily) - TimeSpan.FromHours(23), Now),
        ["digest behind the pages"] = (at => Next(State with { Pending = [], Backlog = new Backlog { Newest = [Alert with { At = at }] } }, Daily) - TimeSpan.FromHours(23), Now),
        ["wake"] = (at => (State with { WakeAt = at }).AsOf(Now).WakeAt - Now ?? TimeSpan.Zero, Now.AddDays(2)),
        ["poll"] = (at => (Feed with { Due = at }).AsOf(Now).Due - Now ?? TimeSpan.Zero, Now.AddDays(7)),
        ["poll after one that was ahead"] = (at => (Feed with { Polled = at, Due = at.AddMinutes(5) }).AsOf(Now).Due - Now - TimeSpan.FromMinutes(5) ?? TimeSpan.Zero, Now),
        ["announcements"] = (at => (((Feed with { AnnouncedUntil = Now + (2 * (at - Now)) }).AsOf(Now).AnnouncedUntil - Now) / 2) ?? TimeSpan.Zero, Now.AddDays(14)),
        ["shard"] = (at => new ListedShard("1", at, null).IsDue(Now) ? TimeSpan.Zero : at - Now, Now.AddDays(7)),
        ["shard after a poll that was ahead"] = (at => new ListedShard("1", Now.AddHours(1), null) { Polled = at }.IsDue(Now) ? TimeSpan.Zero : TimeSpan.FromDays(1), Now),
        ["listed claim"] = (at => new ListedShard("1", Now, at).IsDue(Now) ? TimeSpan.Zero : at - Now, Now + Lease.Time),
        ["claim"] = (at => new FeedShard { Claim = new PollClaim("other", "token", at) }.IsClaimedByAnother("mine", Now) ? at - Now : TimeSpan.Zero, Now + Lease.Time),
        ["lease of a hub"] = (at => (Hub with { LeaseUntil = at.AddDays(10) }).IsAlive(Now) ? at - Now : TimeSpan.Zero, Now.AddDays(20)),
        ["hub"] = (at => (Hub with { Due = at }).IsDue(Now) ? TimeSpan.Zero : at - Now, Now.AddDays(22)),
        ["requests of a person"] = (at => (People.Person("me@example.org", People.Watching("Taiwan")) with { Asked = [at] }).AsOf(Now)?.Asked.Count > 0 ? at - Now + TimeSpan.FromDays(1) : TimeSpan.Zero, Now),
    };

    private static HubSubscription Hub =>
        HubSubscription.Want("https://news.example/", "1", new FeedHub("https://hub.example/", "https://news.example/"), Now);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Stored_ClockWasAhead_CountsAsNow(string kind) => Assert.InRange(Delays[kind].Delay(Ahead), TimeSpan.FromDays(-1), TimeSpan.Zero);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Stored_RightClock_HoldsAsItWasSet(string kind)
    {
        var (delay, right) = Delays[kind];

        Assert.InRange(delay(right), right - Now, right - Now + TimeSpan.FromDays(1));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(6, true)]
    public void IsTooFar_OtherMachinesClock_MayBeALittleAhead(int minutes, bool expected) =>
        Assert.Equal(expected, Now.AddMinutes(minutes).IsTooFar(Now, TimeSpan.Zero));

    private static TimeSpan Next(DestinationState state, DeliveryTiming? timing = null) =>
        state.AsOf(Now).NextSend(timing ?? Timing, Now)?.At - Now ?? TimeSpan.MaxValue;

    private static PlannedDelivery Planned(DateTimeOffset at) => new() { Id = "d", Alerts = [Alert], Planned = Now, NotBefore = at };
}
