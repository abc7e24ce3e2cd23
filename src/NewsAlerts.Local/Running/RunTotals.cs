using NewsAlerts.Messages;
using NewsAlerts.Polling;
using NewsAlerts.Steps;

namespace NewsAlerts.Local.Running;

/// <summary>What a run did in some time.</summary>
/// <param name="Polls">Polls of a feed.</param>
/// <param name="Failed">Polls that failed.</param>
/// <param name="NewItems">Items that were seen first.</param>
/// <param name="Matched">Items that satisfied a rule.</param>
/// <param name="Alerts">Alerts that were delivered.</param>
/// <param name="Messages">Messages that delivered them.</param>
internal sealed record RunTotals(int Polls, int Failed, int NewItems, int Matched, int Alerts, int Messages)
{
    /// <summary>What was done since another one was taken.</summary>
    public static RunTotals operator -(RunTotals now, RunTotals before) => new(
        now.Polls - before.Polls,
        now.Failed - before.Failed,
        now.NewItems - before.NewItems,
        now.Matched - before.Matched,
        now.Alerts - before.Alerts,
        now.Messages - before.Messages);

    /// <summary>In words, as a part of a sentence.</summary>
    public override string ToString() =>
        $"{Counted.Of(Polls, "poll")}, {Failed} failed; {Counted.Of(NewItems, "new item")}, {Matched} matched; "
        + $"{Counted.Of(Alerts, "alert")} delivered in {Counted.Of(Messages, "message")}";
}
