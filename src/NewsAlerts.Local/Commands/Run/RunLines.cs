using System.Collections.Concurrent;
using System.Globalization;
using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Local.Commands.Status;
using NewsAlerts.Messages;
using NewsAlerts.Monitoring;
using NewsAlerts.Polling;
using NewsAlerts.Steps;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Run;

/// <summary>Prints what a run does, a line each: new items, feeds that begin or cease to fail, deliveries.</summary>
internal sealed class RunLines
{
    // What more feeds fail with is in the status: the beginning of a log is to be read.
    private const int MostAtStart = 20;
    private const int MostRules = 3;

    private readonly IAnsiConsole _console;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, string?> _errors = new();

    public RunLines(PipelineEvents events, IAnsiConsole console, TimeProvider time)
    {
        (_console, _time) = (console, time);
        events.Polls.FeedPolled += Polled;
        events.Deliveries.DeliveryTried += Tried;
    }

    /// <summary>Prints the feeds that failed before this run began: some are not asked again for hours.</summary>
    public void Begin(IReadOnlyList<(Feed Feed, FeedState State)> failing)
    {
        foreach (var (feed, state) in failing)
        {
            _errors[feed.Url] = state.Error;
        }

        foreach (var (feed, state) in failing.Take(MostAtStart))
        {
            PrintFailure(feed, state);
        }

        if (failing.Count > MostAtStart)
        {
            Print($"{failing.Count - MostAtStart} more feeds fail: 'alerts status --problems' shows all");
        }
    }

    /// <summary>How many feeds fail, in words.</summary>
    public string Failing(IReadOnlyCollection<Feed> feeds)
    {
        var failing = feeds.Count(feed => _errors.GetValueOrDefault(feed.Url) is not null);
        return failing == 0 ? "no feed fails" : $"{failing} of {Counted.Of(feeds.Count, "feed")} {(failing == 1 ? "fails" : "fail")}";
    }

    /// <summary>Prints a line of markup, with the date and the time before it.</summary>
    public void Print(string markup)
    {
        var now = _time.GetLocalNow().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        lock (_console)
        {
            try
            {
                _console.MarkupLine($"[dim]{now}[/]  {markup}");
            }
            catch (IOException)
            {
                // Nobody can read it, as when the output goes to a full disk: no reason to tell no alert.
            }
        }
    }

    private void Polled(Feed feed, FeedState after, int newItems)
    {
        var name = FeedName.Of(feed.Name, after.Title, feed.Url);
        var before = _errors.GetValueOrDefault(feed.Url);
        _errors[feed.Url] = after.Error;
        if (after.Error is not null && after.Error != before)
        {
            PrintFailure(feed, after);
        }
        else if (after.Error is null && before is not null)
        {
            Print($"[green]{Markup.Escape(name)}[/] is read again: {Counted.Of(newItems, "new item")}");
        }
        else if (newItems > 0)
        {
            Print($"{Markup.Escape(name)}: {Counted.Of(newItems, "new item")}");
        }
    }

    private void PrintFailure(Feed feed, FeedState state) => Print(
        $"[yellow]{Markup.Escape(FeedName.Of(feed.Name, state.Title, feed.Url))}[/]: "
        + Markup.Escape(StatusProblems.Failure(state.Error, state.Failures)));

    private void Tried(DeliveryRecord record, IReadOnlyList<Alert> alerts)
    {
        var what = Markup.Escape(record.Notice is { } notice
            ? notice.Title
            : alerts.Count == 1
                ? alerts[0].Item.Title ?? "an alert"
                : $"{alerts[0].Item.Title ?? "an alert"} and {alerts.Count - 1} more") + RulesOf(alerts);
        var destination = SubscriberName.IsOne(record.Destination) ? "a subscriber" : Markup.Escape(record.Destination);
        var reason = Markup.Escape(record.Attempts[^1].Reason);
        Print(record.Status switch
        {
            DeliveryStatus.Delivered => $"sent to [green]{destination}[/]: {what}",
            DeliveryStatus.Suppressed => $"not sent to [yellow]{destination}[/]: {what}. {reason}",
            _ when record.Attempts[^1].Outcome is DeliveryOutcome.Gone or DeliveryOutcome.NoSuchAddress =>
                $"nothing more is sent to [red]{destination}[/] until its address changes. {reason}",
            DeliveryStatus.Retrying => $"not yet sent to [yellow]{destination}[/]: {what}. {reason}",
            _ => $"not sent to [red]{destination}[/]: {what}. {reason} It is kept; 'alerts replay' sends it again.",
        });
    }

    private static string RulesOf(IReadOnlyList<Alert> alerts)
    {
        var names = alerts.SelectMany(alert => alert.Rules).Select(rule => rule.Name).Distinct().ToList();
        var more = names.Count > MostRules ? $" and {names.Count - MostRules} more" : "";
        return names.Count == 0 ? "" : Markup.Escape($" ({string.Join(", ", names.Take(MostRules))}{more})");
    }
}
