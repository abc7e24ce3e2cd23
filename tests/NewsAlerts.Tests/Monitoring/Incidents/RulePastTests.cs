using NewsAlerts.Monitoring.Incidents;

namespace NewsAlerts.Tests.Monitoring.Incidents;

/// <summary>When a rule's past is enough to judge its silence, and how long it may last.</summary>
public class RulePastTests
{
    [Fact]
    public void Patience_ManyMatchesInAWeek_NoneYet() => Assert.Null(Past(Enumerable.Range(0, 100)).Patience);

    [Fact]
    public void Patience_FewMatchesInAYear_NoneYet() => Assert.Null(Past(Enumerable.Range(0, 9).Select(i => i * 24 * 30)).Patience);

    [Fact]
    public void Patience_EveryHourForAMonth_TwoDays() => Assert.Equal(TimeSpan.FromDays(2), Past(Enumerable.Range(0, 24 * 30)).Patience);

    [Fact]
    public void Patience_Weekdays_TwiceAWeekend() => Assert.Equal(
        TimeSpan.FromHours(2 * 72), Past(Enumerable.Range(0, 28).Where(day => day % 7 < 5).Select(day => (24 * day) + 9)).Patience);

    [Fact]
    public void With_MatchThatComesLateOrTwice_ChangesNothing()
    {
        var past = Past([0, 5, 9]);

        Assert.Equal(past, past.With(9, 0));
        Assert.Equal(past, past.With(7, 0));
        Assert.Equal((3, 5L), (past.Matches, past.Longest));
    }

    [Fact]
    public void With_ServiceWasAway_ItsAbsenceIsNoSilenceOfTheRule()
    {
        var past = Past([0, 5]);

        Assert.Equal(5, past.With(100, excused: 98).Longest);
        Assert.Equal(95, past.With(100, excused: 0).Longest);
        Assert.Equal(98, past.SilentSince(98));
    }

    private static RulePast Past(IEnumerable<int> hours) => hours.Aggregate(
        (RulePast?)null,
        (past, hour) => past?.With(hour, 0) ?? new RulePast { Name = "one", Fingerprint = "x", First = hour, Last = hour })
        ?? throw new ArgumentException("no hours", nameof(hours));
}
