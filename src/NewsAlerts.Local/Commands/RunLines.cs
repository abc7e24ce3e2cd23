using System.Collections.Concurrent;
using System.Globalization;
using NewsAlerts.Alerts;
using NewsAlerts.Channels;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Pipeline;
using Spectre.Console;

namespace NewsAlerts.Local.Commands;

/// <summary>Prints what a run does, a line each: new items, feeds that begin or cease to fail, deliveries.</summary>
internal sealed class RunLines
{
    private readonly IAnsiConsole _console;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, string?> _errors = new();

    public RunLines(PipelineEvents events, IAnsiConsole console, TimeProvider time)
    {
        (_console, _time) = (console, time);
        events.FeedPolled += Polled;
        events.DeliveryTried += Tried;
    }

    private void Polled(Feed feed, FeedState after, int newItems)
    {
        var name = feed.Name ?? after.Title ?? WebAddress.HostOf(feed.Url);
        var before = _errors.GetValueOrDefault(feed.Url);
        _errors[feed.Url] = after.Error;
        if (after.Error is not null && after.Error != before)
        {
            Print($"[yellow]{Markup.Escape(name)}[/]: {Markup.Escape(after.Error)}");
        }
        else if (newItems > 0)
        {
            Print($"{Markup.Escape(name)}: {Counted.Of(newItems, "new item")}");
        }
    }

    private void Tried(DeliveryRecord record, IReadOnlyList<Alert> alerts)
    {
        var what = Markup.Escape(record.Notice is { } notice
            ? notice.Title
            : alerts.Count == 1
                ? alerts[0].Item.Title ?? "an alert"
                : $"{alerts[0].Item.Title ?? "an alert"} and {alerts.Count - 1} more");
        var destination = SubscriberName.IsOne(record.Destination) ? "a subscriber" : Markup.Escape(record.Destination);
        var reason = Markup.Escape(record.Attempts[^1].Reason);
        Print(record.Status switch
        {
            DeliveryStatus.Delivered => $"[green]{destination}[/] was told: {what}",
            DeliveryStatus.Suppressed => $"[yellow]{destination}[/] was not told: {what}. {reason}",
            _ when record.Attempts[^1].Outcome is DeliveryOutcome.Gone or DeliveryOutcome.NoSuchAddress =>
                $"[red]{destination}[/] is told nothing more until its address changes. {reason}",
            DeliveryStatus.Retrying => $"[yellow]{destination}[/] was not told yet: {what}. {reason}",
            _ => $"[red]{destination}[/] was not told: {what}. {reason} It is kept; 'alerts replay' sends it again.",
        });
    }

    private void Print(string markup)
    {
        var now = _time.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
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
}
