using FsCheck;
using FsCheck.Fluent;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Configuration.Values;

namespace NewsAlerts.Tests.Channels.Timing;

/// <summary>Timings, time zones and moments at random: half of the moments are near a clock change.</summary>
internal static class Timings
{
    private static readonly DateTimeOffset Begin = new(2010, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset[] Changes =
    [
        new(2026, 3, 29, 1, 0, 0, TimeSpan.Zero),
        new(2026, 10, 25, 1, 0, 0, TimeSpan.Zero),
        new(2026, 3, 8, 7, 0, 0, TimeSpan.Zero),
        new(2026, 11, 1, 6, 0, 0, TimeSpan.Zero),
        new(2026, 4, 4, 15, 0, 0, TimeSpan.Zero),
        new(2026, 10, 3, 15, 30, 0, TimeSpan.Zero),
        new(2011, 12, 30, 10, 0, 0, TimeSpan.Zero),
    ];

    public static Gen<string> Zones { get; } = Gen.Elements(
        "UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Nuuk", "Pacific/Apia", "Asia/Kolkata", "Africa/Cairo");

    public static Gen<DateTimeOffset> Moments { get; } = Gen.OneOf(
        Gen.Choose(0, 20 * 366 * 24 * 60).Select(minutes => Begin.AddMinutes(minutes)),
        from change in Gen.Elements(Changes)
        from minutes in Gen.Choose(-2 * 24 * 60, 2 * 24 * 60)
        select change.AddMinutes(minutes));

    public static Gen<TimeOnly> Times { get; } = Gen.Choose(0, (24 * 60) - 1).Select(minutes => TimeOnly.MinValue.AddMinutes(minutes));

    public static Gen<SendSchedule> Schedules { get; } = Gen.OneOf(
        Gen.Constant(new SendSchedule(SendEvery.Hour)),
        Times.Select(time => new SendSchedule(SendEvery.Day, time)),
        from time in Times
        from day in Gen.Choose(0, 6)
        select new SendSchedule(SendEvery.Week, time, (DayOfWeek)day));

    /// <summary>A schedule as alerts.yaml writes it.</summary>
    public static SendSchedule Schedule(string text) => ScheduleText.Parse(text) ?? throw new ArgumentException(text);
}
