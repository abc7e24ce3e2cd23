using FsCheck;
using FsCheck.Fluent;
using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Configuration.Values;
using NewsAlerts.Delivery;
using NewsAlerts.Delivery.State;
using NewsAlerts.Tests.Channels.Timing;
using NodaTime;

namespace NewsAlerts.Tests.Delivery;

public class SendClockTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Next_FirstAlert_AtOnce() =>
        Assert.Equal(new SendTime(Now, SendWait.None), SendClock.Next(State(Now), new DeliveryTiming(), Now));

    [Fact]
    public void Next_AlertOfAnOpenGroup_WhenTheGroupIsComplete()
    {
        var state = State(Now) with { GroupSince = Now.AddSeconds(-10) };

        Assert.Equal(new SendTime(Now.AddSeconds(20), SendWait.Group), SendClock.Next(state, new DeliveryTiming(), Now));
        Assert.Equal(Now, SendClock.Next(state, new DeliveryTiming { Group = TimeSpan.Zero }, Now)?.At);
    }

    [Fact]
    public void Next_HourHasHadItsMost_AnHourAfterTheFirstOfThem()
    {
        var timing = new DeliveryTiming { MostAnHour = 2, Group = TimeSpan.Zero };
        var state = State(Now) with { Sent = [Now.AddMinutes(-50), Now.AddMinutes(-5)] };

        Assert.Equal(new SendTime(Now.AddMinutes(10), SendWait.HourlyMost), SendClock.Next(state, timing, Now));
        Assert.True(SendClock.WereHeld(state, timing));
        Assert.Equal(0, SendClock.Room(state, timing, Now));
        Assert.Equal(1, SendClock.Room(state, timing, Now.AddMinutes(10)));
    }

    [Fact]
    public void Next_Digest_TheFirstThatIsDueAfterTheOldestAlert()
    {
        var timing = new DeliveryTiming { Digests = Timings.Schedule("daily 08:00"), TimeZone = "Europe/Berlin" };

        Assert.Equal(new SendTime(Now.AddHours(22), SendWait.Digest), SendClock.Next(State(Now, Now.AddHours(3)), timing, Now.AddHours(4)));
        Assert.Equal(Now.AddHours(22), SendClock.Next(State(Now), timing, Now.AddDays(9))?.At);
    }

    [Fact]
    public void Next_ProcessWasDownUntilItIsQuiet_AfterTheQuietHours()
    {
        var timing = new DeliveryTiming { Quiet = QuietText.Parse("22:00-07:00") };

        Assert.Equal(
            new SendTime(Now.AddHours(22), SendWait.QuietHours), SendClock.Next(State(Now), timing, Now.AddHours(14)));
    }

    [Fact]
    public void Next_ReplayedByHandInQuietHours_AtOnce()
    {
        var timing = new DeliveryTiming { Quiet = QuietText.Parse("08:00-20:00") };
        var delivery = new PlannedDelivery { Id = "d", Alerts = [], Planned = Now, NotBefore = Now, Replayed = true };

        Assert.Equal(Now, SendClock.Next(State() with { Planned = [delivery] }, timing, Now)?.At);
        Assert.Equal(Now.AddHours(11), SendClock.Next(State() with { Planned = [delivery with { Replayed = false }] }, timing, Now)?.At);
    }

    [Fact]
    public void Next_AlertOfADocumentThatKnewNoTimes_AtOnce()
    {
        var state = State() with { Pending = [new PendingAlert("a", "b", 0, ["one"])] };

        Assert.True(SendClock.Next(state, new DeliveryTiming(), Now)?.At <= Now);
        Assert.True(SendClock.Next(state, new DeliveryTiming { Digests = Timings.Schedule("weekly mon 08:00") }, Now)?.At <= Now);
    }

    [Fact]
    public void Next_Paced_AfterTheLastSend()
    {
        var state = State(Now) with { LastSend = Now };

        Assert.Equal(new SendTime(Now.AddSeconds(1), SendWait.Pace), SendClock.Next(state, new DeliveryTiming { Pace = TimeSpan.FromSeconds(1) }, Now));
    }

    [Fact]
    public void Next_AnyStateAndTiming_NeverInQuietHours() => Prop.ForAll(
        (from zone in Timings.Zones
         from quiet in Gen.Zip(Timings.Times, Timings.Times).Where(hours => hours.Item1 != hours.Item2)
         from digests in Gen.OneOf(Gen.Constant<SendSchedule?>(null), Timings.Schedules.Select(schedule => (SendSchedule?)schedule))
         from now in Timings.Moments
         from minutes in Gen.ArrayOf(Gen.Choose(-3000, 0), 3)
         from later in Gen.ArrayOf(Gen.Choose(-100, 3000), 3)
         select (zone, quiet: new QuietHours(quiet.Item1, quiet.Item2), digests, now, minutes, later)).ToArbitrary(),
        sample =>
        {
            var timing = new DeliveryTiming { Digests = sample.digests, TimeZone = sample.zone, Quiet = sample.quiet, MostAnHour = 1 };
            var state = State([.. sample.minutes.Select(minutes => sample.now.AddMinutes(minutes))]) with
            {
                GroupSince = sample.now.AddMinutes(sample.minutes[0] / 1000.0),
                Sent = [sample.now.AddMinutes(sample.minutes[1] / 30.0)],
                PausedUntil = sample.now.AddMinutes(sample.later[0]),
                Planned = [new PlannedDelivery { Id = "d", Alerts = [], Planned = sample.now, NotBefore = sample.now.AddMinutes(sample.later[1]) }],
            };

            var next = Assert.IsType<SendTime>(SendClock.Next(state, timing, sample.now)).At;
            var at = next > sample.now ? next : sample.now;
            var clock = TimeOnly.FromDateTime(Instant.FromDateTimeOffset(at).InZone(ZonedDay.Zone(sample.zone)).ToDateTimeUnspecified());
            return !sample.quiet.Covers(clock) && sample.quiet.EndAt(at, sample.zone) is null;
        }).QuickCheckThrowOnFailure();

    private static DestinationState State(params DateTimeOffset[] alerts) => new()
    {
        Destination = "desk",
        Pending = [.. alerts.Select((at, i) => new PendingAlert($"{i}", "archive/1", i, ["one"]) { At = at })],
    };
}
