using NewsAlerts.Subscriptions;

namespace NewsAlerts.Tests.Subscriptions;

public class SubscriptionScheduleTests
{
    /// <summary>They name what waits: a change of these values would lose it.</summary>
    [Theory]
    [InlineData("immediate", "UTC", "7a2e7ce1")]
    [InlineData("daily 08:00", "Europe/Berlin", "ec0b977d")]
    public void KeyOf_ScheduleAndTimeZone_IsTheValueStoredBefore(string send, string timeZone, string key) =>
        Assert.Equal(key, SubscriptionSchedule.KeyOf(People.Watching("Taiwan", send, timeZone)));
}
