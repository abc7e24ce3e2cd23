using NewsAlerts.Channels.Timing;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Tests.Configuration;

/// <summary>The keys that say when somebody is told.</summary>
public class TimingKeyTests
{
    private const string Contact = "contact: ops@example.org";
    private const string Me = "{ name: me, type: email, to: me@example.org }";
    private const string Notify = "notify: [me]";

    [Fact]
    public void Read_NothingSaid_AtOnceInGroupsOfThirtySeconds() =>
        Assert.Equal(
            new DeliveryTiming { Digests = null, TimeZone = "UTC", Quiet = null, MostAnHour = null, Group = TimeSpan.FromSeconds(30), Pace = TimeSpan.Zero },
            Reading.ReadRight(Reading.Right).Destinations[0].Timing);

    [Theory]
    [InlineData("slack", 1.0)]
    [InlineData("teams", 0.25)]
    [InlineData("discord", 0.0)]
    [InlineData("webhook", 0.0)]
    public void Read_Pace_IsThatOfTheChannel(string type, double seconds)
    {
        var timing = Timing($"{{ name: me, type: {type}, url: 'https://example.org/x' }}");

        Assert.Equal(TimeSpan.FromSeconds(seconds), timing.Pace);
    }

    [Fact]
    public void Read_NotifyOps_IsUseEnoughForADestinationAndHasAWeeklyTime()
    {
        var text = Reading.Right
            .Replace(Contact, $"{Contact}\n  notifyOps: [ops]\n  weeklySummary: fri 17:30", StringComparison.Ordinal)
            + "  - { name: ops, type: slack, url: 'https://example.org/x' }\n";

        var settings = Reading.ReadRight(text).Settings;

        Assert.DoesNotContain(Reading.Read(text).Warnings, warning => warning.Message.Contains("'ops'", StringComparison.Ordinal));
        Assert.Equal(["ops"], settings.NotifyOps);
        Assert.Equal(new SendSchedule(SendEvery.Week, new TimeOnly(17, 30), DayOfWeek.Friday), settings.WeeklySummary);
        Assert.Null(Reading.ReadRight(Reading.Right).Settings.WeeklySummary);
    }

    [Fact]
    public void Read_EveryKey_IsUnderstood()
    {
        Assert.Equal(
            new DeliveryTiming
            {
                TimeZone = "Europe/Berlin",
                Quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 0)),
                MostAnHour = 20,
                Group = TimeSpan.FromMinutes(2),
                Pace = TimeSpan.FromSeconds(2),
            },
            Timing("{ name: me, type: email, to: me@example.org, send: immediate, timeZone: Europe/Berlin, quiet: 22:00-07:00, max: 20/h, group: 2m, pace: 30/m }"));
        Assert.Equal(
            new SendSchedule(SendEvery.Week, new TimeOnly(8, 0), DayOfWeek.Monday),
            Timing("{ name: me, type: email, to: me@example.org, send: weekly mon 08:00 }").Digests);
        Assert.Equal(
            new SendSchedule(SendEvery.Day, new TimeOnly(18, 30)),
            Timing("{ name: me, type: email, to: me@example.org, send: daily 18:30 }").Digests);
        Assert.Equal(new SendSchedule(SendEvery.Hour), Timing("{ name: me, type: email, to: me@example.org, send: hourly }").Digests);
    }

    [Fact]
    public void Read_Settings_HoldForWhoSaysNothing()
    {
        var result = Reading.ReadWith(Contact, $"{Contact}\n  timeZone: America/New_York\n  group: 0s");

        Assert.Equal(("America/New_York", TimeSpan.Zero), (result.Configuration?.Destinations[0].Timing.TimeZone, result.Configuration?.Destinations[0].Timing.Group));
    }

    [Theory]
    [InlineData("2026-12-01", "2026-11-30T23:00:00Z")]
    [InlineData("2026-12-01 08:00", "2026-12-01T07:00:00Z")]
    [InlineData("2026-03-29 02:30", "2026-03-29T01:00:00Z")]
    public void Read_Mute_IsAMomentOfTheSettingsTimeZone(string mute, string expected)
    {
        var text = Reading.Right
            .Replace(Contact, $"{Contact}\n  timeZone: Europe/Berlin", StringComparison.Ordinal)
            .Replace(Notify, $"{Notify}\n    mute: {mute}", StringComparison.Ordinal);

        Assert.Equal(DateTimeOffset.Parse(expected, null), Reading.ReadRight(text).Rules[0].MutedUntil);
    }

    [Theory]
    [InlineData("send: dayly 08:00", "'dayly 08:00' is none of immediate, hourly, daily 08:00, weekly mon 08:00 (did you mean daily 08:00?)")]
    [InlineData("send: daily", "'daily' is none of immediate, hourly, daily 08:00, weekly mon 08:00 (did you mean daily 08:00?)")]
    [InlineData("send: daily 7:30", "'daily 7:30' is none of immediate, hourly, daily 08:00, weekly mon 08:00 (did you mean daily 07:30?)")]
    [InlineData("send: Weekly Friday 9", "'Weekly Friday 9' is none of immediate, hourly, daily 08:00, weekly mon 08:00 (did you mean weekly fri 09:00?)")]
    [InlineData("send: daily 25:00", "'daily 25:00' is none of immediate, hourly, daily 08:00, weekly mon 08:00")]
    [InlineData("send: weekly Freitag 8:00", "'weekly Freitag 8:00' is none of immediate, hourly, daily 08:00, weekly mon 08:00 (did you mean weekly fri 08:00?)")]
    [InlineData("send: weekly mardi", "'weekly mardi' is none of immediate, hourly, daily 08:00, weekly mon 08:00 (did you mean weekly tue 08:00?)")]
    [InlineData("send: weekly funday 08:00", "'weekly funday 08:00' is none of immediate, hourly, daily 08:00, weekly mon 08:00")]
    [InlineData("send: daily 8pm", "'daily 8pm' is none of immediate, hourly, daily 08:00, weekly mon 08:00 (did you mean daily 20:00?)")]
    [InlineData("send: daily 8:30 p.m.", "'daily 8:30 p.m.' is none of immediate, hourly, daily 08:00, weekly mon 08:00 (did you mean daily 20:30?)")]
    [InlineData("send: daily 8h30", "'daily 8h30' is none of immediate, hourly, daily 08:00, weekly mon 08:00 (did you mean daily 08:30?)")]
    [InlineData("send: daily 0830", "'daily 0830' is none of immediate, hourly, daily 08:00, weekly mon 08:00 (did you mean daily 08:30?)")]
    [InlineData("send: daily at 7", "'daily at 7' is none of immediate, hourly, daily 08:00, weekly mon 08:00 (did you mean daily 07:00?)")]
    [InlineData("send: daily noonish", "'daily noonish' is none of immediate, hourly, daily 08:00, weekly mon 08:00")]
    [InlineData("send: monthly 08:00", "'monthly 08:00' is none of immediate, hourly, daily 08:00, weekly mon 08:00")]
    [InlineData("send: sometimes", "'sometimes' is none of immediate, hourly, daily 08:00, weekly mon 08:00")]
    [InlineData("timeZone: Europe/Berln", "'Europe/Berln' is no time zone: write that of the nearest large city which has one, such as Europe/Berlin (https://data.iana.org/time-zones/tzdb/zone.tab) (did you mean Europe/Berlin?)")]
    [InlineData("timeZone: berlin", "'berlin' is no time zone: write that of the nearest large city which has one, such as Europe/Berlin (https://data.iana.org/time-zones/tzdb/zone.tab) (did you mean Europe/Berlin?)")]
    [InlineData("timeZone: New York", "'New York' is no time zone: write that of the nearest large city which has one, such as Europe/Berlin (https://data.iana.org/time-zones/tzdb/zone.tab) (did you mean America/New_York?)")]
    [InlineData("timeZone: Germany", "'Germany' is no time zone: write that of the nearest large city which has one, such as Europe/Berlin (https://data.iana.org/time-zones/tzdb/zone.tab) (did you mean Europe/Berlin?)")]
    [InlineData("timeZone: new zealand", "'new zealand' is no time zone: write that of the nearest large city which has one, such as Europe/Berlin (https://data.iana.org/time-zones/tzdb/zone.tab) (did you mean Pacific/Auckland?)")]
    [InlineData("timeZone: Munich", "'Munich' is no time zone: write that of the nearest large city which has one, such as Europe/Berlin (https://data.iana.org/time-zones/tzdb/zone.tab) (did you mean Europe/Berlin?)")]
    [InlineData("timeZone: UTC+1", "'UTC+1' does not say when its clocks change: write the zone of a city that has this time, such as Europe/Berlin, Africa/Lagos, Europe/London (https://data.iana.org/time-zones/tzdb/zone.tab)")]
    [InlineData("timeZone: GMT+2", "'GMT+2' does not say when its clocks change: write the zone of a city that has this time, such as Africa/Johannesburg, Europe/Athens, Europe/Berlin (https://data.iana.org/time-zones/tzdb/zone.tab)")]
    [InlineData("timeZone: GMT-5", "'GMT-5' does not say when its clocks change: write the zone of a city that has this time, such as America/New_York, America/Bogota, America/Chicago (https://data.iana.org/time-zones/tzdb/zone.tab)")]
    [InlineData("timeZone: +05:30", "'+05:30' does not say when its clocks change: write the zone of a city that has this time, such as Asia/Kolkata (https://data.iana.org/time-zones/tzdb/zone.tab)")]
    [InlineData("timeZone: UTC+13:15", "'UTC+13:15' is no time zone: write that of the nearest large city which has one, such as Europe/Berlin (https://data.iana.org/time-zones/tzdb/zone.tab)")]
    [InlineData("timeZone: Asia/Bejing", "'Asia/Bejing' is no time zone: write that of the nearest large city which has one, such as Europe/Berlin (https://data.iana.org/time-zones/tzdb/zone.tab) (did you mean Asia/Shanghai?)")]
    [InlineData("timeZone: Asia/Beijing", "'Asia/Beijing' is no time zone: write that of the nearest large city which has one, such as Europe/Berlin (https://data.iana.org/time-zones/tzdb/zone.tab) (did you mean Asia/Shanghai?)")]
    [InlineData("timeZone: Mumbai", "'Mumbai' is no time zone: write that of the nearest large city which has one, such as Europe/Berlin (https://data.iana.org/time-zones/tzdb/zone.tab) (did you mean Asia/Kolkata?)")]
    [InlineData("timeZone: PST", "'PST' is no time zone: write that of the nearest large city which has one, such as Europe/Berlin (https://data.iana.org/time-zones/tzdb/zone.tab) (did you mean America/Los_Angeles?)")]
    [InlineData("timeZone: CEST", "'CEST' is no time zone: write that of the nearest large city which has one, such as Europe/Berlin (https://data.iana.org/time-zones/tzdb/zone.tab) (did you mean Europe/Berlin?)")]
    [InlineData("timeZone: america/new york", "'america/new york' is no time zone: write that of the nearest large city which has one, such as Europe/Berlin (https://data.iana.org/time-zones/tzdb/zone.tab) (did you mean America/New_York?)")]
    [InlineData("timeZone: Europe/Kyjiv", "'Europe/Kyjiv' is no time zone: write that of the nearest large city which has one, such as Europe/Berlin (https://data.iana.org/time-zones/tzdb/zone.tab) (did you mean Europe/Kyiv?)")]
    [InlineData("timeZone: IST", "'IST' is no time zone: write that of the nearest large city which has one, such as Europe/Berlin (https://data.iana.org/time-zones/tzdb/zone.tab)")]
    [InlineData("timeZone: XST", "'XST' is no time zone: write that of the nearest large city which has one, such as Europe/Berlin (https://data.iana.org/time-zones/tzdb/zone.tab)")]
    [InlineData("timeZone: Etc/GMT+20", "'Etc/GMT+20' is no time zone: write that of the nearest large city which has one, such as Europe/Berlin (https://data.iana.org/time-zones/tzdb/zone.tab)")]
    [InlineData("quiet: 22-7", "'22-7' is not two times of day: write 22:00-07:00 (did you mean 22:00-07:00?)")]
    [InlineData("quiet: 22:00", "'22:00' is not two times of day: write 22:00-07:00")]
    [InlineData("quiet: 07:00-07:00", "'07:00-07:00' begins and ends at the same time, and nothing would ever be sent")]
    [InlineData("max: 20", "'20' is not a rate: write 20/h, from 1 to 1000 (did you mean 20/h?)")]
    [InlineData("max: 20/s", "'20/s' is not a rate: write 20/h, from 1 to 1000")]
    [InlineData("max: 20 per hour", "'20 per hour' is not a rate: write 20/h, from 1 to 1000 (did you mean 20/h?)")]
    [InlineData("max: 20/day", "'20/day' is not a rate: write 20/h, from 1 to 1000")]
    [InlineData("max: 0/h", "'0/h' is not a rate: write 20/h, from 1 to 1000")]
    [InlineData("pace: 1 per second", "'1 per second' is not a rate: write 1/s, from 1 to 1000 (did you mean 1/s?)")]
    [InlineData("group: 2h", "'2h' is too long: at most 1h (did you mean 1h?)")]
    [InlineData("send: hourly, max: 20/h", "'max' means nothing where digests are sent")]
    [InlineData("send: hourly, group: 10s", "'group' means nothing where digests are sent")]
    public void Read_WrongKey_IsAMistake(string keys, string mistake)
    {
        var found = Reading.MistakeWith(Me, $"{{ name: me, type: email, to: me@example.org, {keys} }}").ToString();

        Assert.Matches("^alerts.yaml:13:[0-9]+: ", found);
        Assert.EndsWith(": " + mistake, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12/01/2026", "'12/01/2026' is not a day: write 2026-12-01 or 2026-12-01 08:00")]
    [InlineData("2026-12-1", "'2026-12-1' is not a day: write 2026-12-01 or 2026-12-01 08:00 (did you mean 2026-12-01?)")]
    [InlineData("1.12.2026", "'1.12.2026' is not a day: write 2026-12-01 or 2026-12-01 08:00 (did you mean 2026-12-01?)")]
    [InlineData("2026-12-01T08:00", "'2026-12-01T08:00' is not a day: write 2026-12-01 or 2026-12-01 08:00 (did you mean 2026-12-01 08:00?)")]
    public void Read_WrongMute_IsAMistake(string mute, string mistake) =>
        Assert.EndsWith(": " + mistake, Reading.MistakeWith(Notify, $"{Notify}\n    mute: {mute}").ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("send: daily 23:00, quiet: 22:00-07:00", 1)]
    [InlineData("send: daily 07:00, quiet: 22:00-07:00", 0)]
    [InlineData("send: hourly, quiet: 22:00-07:00", 0)]
    public void Read_DigestInQuietHours_IsAHint(string keys, int warnings)
    {
        var result = Reading.ReadWith(Me, $"{{ name: me, type: email, to: me@example.org, {keys} }}");

        Assert.Empty(result.Mistakes);
        Assert.Equal(
            Enumerable.Repeat("this is in its quiet hours: it will come when they end", warnings),
            result.Warnings.Where(warning => warning.Line > 0).Select(warning => warning.Message));
    }

    [Fact]
    public void Read_HostileTimeZones_GuessingStops()
    {
        var destinations = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"\n  - {{ name: m{i}, type: email, to: me@example.org, timeZone: Europe/Berln{i} }}"));

        Assert.Equal(20_000, Reading.ReadWith("\n  - " + Me, "\n  - " + Me + destinations).Mistakes.Count);
    }

    [Fact]
    public void Fingerprint_AnyKeyChanges_IsAnother()
    {
        string[] keys = ["send: daily 08:00", "send: daily 09:00", "send: hourly", "send: weekly mon 08:00", "send: weekly tue 08:00", "timeZone: Asia/Tokyo",
            "quiet: 22:00-07:00", "quiet: 22:00-08:00", "max: 20/h", "group: 5s", "pace: 1/s", "send: immediate"];

        var fingerprints = keys.Select(key => Timing($"{{ name: me, type: email, to: me@example.org, {key} }}").Fingerprint()).ToList();

        Assert.Equal(keys.Length, fingerprints.Distinct().Count());
        Assert.Equal(new DeliveryTiming().Fingerprint(), fingerprints[^1]);
    }

    [Theory]
    [InlineData("1/s", 1.0)]
    [InlineData("4/s", 0.25)]
    [InlineData("30/m", 2.0)]
    [InlineData("1000/h", 3.6)]
    public void Distance_Rate_TimeBetweenTwo(string rate, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RateText.Distance(rate));

    private static DeliveryTiming Timing(string destination) =>
        Reading.ReadRight(Reading.Right.Replace(Me, destination, StringComparison.Ordinal)).Destinations[0].Timing;
}
