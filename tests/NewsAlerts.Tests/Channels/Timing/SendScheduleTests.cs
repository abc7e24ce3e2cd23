using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NewsAlerts.Channels.Timing;

namespace NewsAlerts.Tests.Channels.Timing;

public class SendScheduleTests
{
    [Theory]
    // Clocks go forward at 02:00 on 29 March, and back at 03:00 on 25 October.
    [InlineData("Europe/Berlin", "daily 08:00", "2026-03-28T07:00Z", "2026-03-29T06:00Z")]
    [InlineData("Europe/Berlin", "daily 08:00", "2026-10-24T06:00Z", "2026-10-25T07:00Z")]
    [InlineData("Europe/Berlin", "daily 02:30", "2026-03-28T12:00Z", "2026-03-29T01:00Z")]
    [InlineData("Europe/Berlin", "daily 02:30", "2026-03-29T01:00Z", "2026-03-30T00:30Z")]
    [InlineData("Europe/Berlin", "daily 02:30", "2026-10-24T12:00Z", "2026-10-25T00:30Z")]
    [InlineData("Europe/Berlin", "daily 02:30", "2026-10-25T00:30Z", "2026-10-26T01:30Z")]
    [InlineData("Europe/Berlin", "weekly mon 08:00", "2026-03-23T07:00Z", "2026-03-30T06:00Z")]
    [InlineData("Europe/Berlin", "weekly mon 08:00", "2026-10-19T05:59Z", "2026-10-19T06:00Z")]
    [InlineData("Europe/Berlin", "hourly", "2026-10-25T00:59Z", "2026-10-25T01:00Z")]
    [InlineData("Europe/Berlin", "hourly", "2026-10-25T01:00Z", "2026-10-25T02:00Z")]
    // 8 March and 1 November.
    [InlineData("America/New_York", "daily 02:30", "2026-03-07T12:00Z", "2026-03-08T07:00Z")]
    [InlineData("America/New_York", "daily 01:30", "2026-10-31T12:00Z", "2026-11-01T05:30Z")]
    [InlineData("America/New_York", "daily 01:30", "2026-11-01T05:30Z", "2026-11-02T06:30Z")]
    // Half an hour, in the south.
    [InlineData("Australia/Lord_Howe", "daily 01:45", "2026-04-04T00:00Z", "2026-04-04T14:45Z")]
    [InlineData("Australia/Lord_Howe", "daily 01:45", "2026-04-04T14:45Z", "2026-04-05T15:15Z")]
    [InlineData("Australia/Lord_Howe", "daily 02:15", "2026-10-03T00:00Z", "2026-10-03T15:30Z")]
    [InlineData("Australia/Lord_Howe", "hourly", "2026-04-04T14:21Z", "2026-04-04T15:30Z")]
    [InlineData("Australia/Lord_Howe", "hourly", "2026-10-03T15:10Z", "2026-10-03T16:00Z")]
    // At 23:00 clocks go forward to midnight: what is left out is moved to the next day, which has its own digest as well.
    [InlineData("America/Nuuk", "daily 23:30", "2026-03-28T12:00Z", "2026-03-29T01:00Z")]
    [InlineData("America/Nuuk", "daily 23:30", "2026-03-29T01:00Z", "2026-03-30T00:30Z")]
    // Samoa had no Friday, 30 December 2011.
    [InlineData("Pacific/Apia", "daily 08:00", "2011-12-29T20:00Z", "2011-12-30T18:00Z")]
    [InlineData("Pacific/Apia", "weekly fri 08:00", "2011-12-29T20:00Z", "2012-01-05T18:00Z")]
    [InlineData("Asia/Kolkata", "hourly", "2026-06-01T10:15Z", "2026-06-01T10:30Z")]
    [InlineData("UTC", "daily 08:00", "1970-01-01T00:00Z", "1970-01-01T08:00Z")]
    public void Next_AcrossClockChanges_OnceADay(string zone, string schedule, string after, string expected) =>
        Assert.Equal(Time(expected), Timings.Schedule(schedule).Next(Time(after), zone));

    [Fact]
    public void Next_AnyMoment_DigestsFollowEachOtherWithoutAGap() => Prop.ForAll(
        (from zone in Timings.Zones
         from schedule in Timings.Schedules
         from moment in Timings.Moments
         select (zone, schedule, moment)).ToArbitrary(),
        sample =>
        {
            var next = sample.schedule.Next(sample.moment, sample.zone);
            var last = sample.schedule.Last(sample.moment, sample.zone);
            return last <= sample.moment && sample.moment < next
                && sample.schedule.Next(last, sample.zone) == next
                && sample.schedule.Last(next, sample.zone) == next
                && sample.schedule.Last(next.AddTicks(-1), sample.zone) == last;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Next_ThreeYears_OneDigestForEachDay() => Prop.ForAll(
        (from zone in Timings.Zones
         from minutes in Gen.Choose(0, (24 * 60) - 1)
         select (zone, time: TimeOnly.MinValue.AddMinutes(minutes))).ToArbitrary(),
        sample =>
        {
            var zone = ZonedDay.Zone(sample.zone);
            var schedule = new SendSchedule(SendEvery.Day, sample.time);
            var due = schedule.Next(Time("2010-06-01T00:00Z"), sample.zone);
            var date = ZonedDay.DateOf(due, zone);
            for (var end = Time("2013-06-01T00:00Z"); due < end;)
            {
                due = schedule.Next(due, sample.zone);
                date = date.PlusDays(ZonedDay.Exists(date.PlusDays(1), zone) ? 1 : 2);
                if (ZonedDay.DateOf(due, zone) != date)
                {
                    return false;
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
