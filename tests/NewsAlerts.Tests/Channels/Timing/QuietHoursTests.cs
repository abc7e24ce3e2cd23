using System.Globalization;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Configuration.Values;

namespace NewsAlerts.Tests.Channels.Timing;

public class QuietHoursTests
{
    [Theory]
    [InlineData("UTC", "12:00-13:00", "2026-06-01T12:00Z", "2026-06-01T13:00Z")]
    [InlineData("UTC", "12:00-13:00", "2026-06-01T13:00Z", null)]
    [InlineData("UTC", "12:00-13:00", "2026-06-01T11:59Z", null)]
    [InlineData("UTC", "22:00-07:00", "2026-06-01T23:00Z", "2026-06-02T07:00Z")]
    [InlineData("UTC", "22:00-07:00", "2026-06-02T06:59Z", "2026-06-02T07:00Z")]
    // The night of the change is an hour shorter, or longer.
    [InlineData("Europe/Berlin", "22:00-07:00", "2026-03-28T22:00Z", "2026-03-29T05:00Z")]
    [InlineData("Europe/Berlin", "22:00-07:00", "2026-10-24T20:00Z", "2026-10-25T06:00Z")]
    // They end in the hour that is left out.
    [InlineData("Europe/Berlin", "22:00-02:30", "2026-03-29T00:30Z", "2026-03-29T01:00Z")]
    [InlineData("Europe/Berlin", "02:15-02:45", "2026-03-29T01:00Z", null)]
    // They end, or begin, in the hour that there is twice.
    [InlineData("Europe/Berlin", "22:00-02:30", "2026-10-25T00:45Z", "2026-10-25T01:30Z")]
    [InlineData("Europe/Berlin", "02:30-07:00", "2026-10-25T00:30Z", "2026-10-25T06:00Z")]
    [InlineData("Europe/Berlin", "02:30-07:00", "2026-10-25T00:29Z", null)]
    [InlineData("America/New_York", "22:00-07:00", "2026-11-01T03:00Z", "2026-11-01T12:00Z")]
    [InlineData("Australia/Lord_Howe", "22:00-07:00", "2026-10-03T12:00Z", "2026-10-03T20:00Z")]
    // They end on the day that is left out, and the next ones begin on it.
    [InlineData("Pacific/Apia", "08:08-07:40", "2011-12-29T23:50Z", "2011-12-30T17:40Z")]
    public void EndAt_Moment_WhenTheyEnd(string zone, string hours, string moment, string? end)
    {
        var quiet = QuietText.Parse(hours);

        Assert.Equal(end is null ? null : Time(end), quiet?.EndAt(Time(moment), zone));
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
