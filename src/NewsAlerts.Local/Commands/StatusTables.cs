using NewsAlerts.Alerts;
using NewsAlerts.Feeds;
using NewsAlerts.Pipeline;
using NewsAlerts.Pipeline.Incidents;
using NewsAlerts.Storage;
using NewsAlerts.Subscriptions;
using Spectre.Console;

namespace NewsAlerts.Local.Commands;

/// <summary>Prints the status for people: three tables, and below each what is wrong, in words.</summary>
internal sealed class StatusTables(TextWriter output, DateTimeOffset now)
{
    // With the other columns, 80 characters.
    private const int FeedColumn = 35;

    private readonly IAnsiConsole _console = Terminal.Create(output);
    private readonly Lines _lines = new(output);

    public void Print(ServiceStatus status)
    {
        PrintFeeds(status.Feeds);
        PrintQueues(status.Queues, status.Damaged);
        PrintDestinations(status.Destinations);
        PrintSubscribers(status.Subscribers);
        PrintIncidents(status.Incidents);
    }

    private void PrintFeeds(IReadOnlyList<FeedStatus> feeds)
    {
        var table = NewTable("Feed", "Last poll", "Next poll", "New in 24 h");
        table.Columns[0].Width(FeedColumn);
        foreach (var feed in feeds)
        {
            table.AddRow(
                $"{Markup.Escape(feed.Name)}{Pace(feed)}",
                Ago(feed.LastPoll),
                In(feed.NextPoll),
                $"{feed.NewItems}");
        }

        _console.Write(table);
        PrintHubs(feeds);
        foreach (var feed in feeds.Where(feed => feed.Error is not null))
        {
            var times = feed.Failures > 1 ? $" ({feed.Failures} times in a row)" : "";
            _lines.WriteSentence($"[yellow]{Markup.Escape(feed.Name)}:[/]", $"{feed.Error}{times}");
        }

        foreach (var feed in feeds)
        {
            foreach (var note in Notes(feed))
            {
                _lines.WriteSentence($"[yellow]{Markup.Escape(feed.Name)}:[/]", note);
            }
        }

        _console.WriteLine();
    }

    private static string Pace(FeedStatus feed) =>
        feed is { NextPoll: not null, Every: { } every } ? $"\n[grey]every {TimeText.Of(every)}: {Markup.Escape(feed.Why)}[/]" : "";

    private IEnumerable<string> Notes(FeedStatus feed)
    {
        if (feed.MovedTo is not null)
        {
            yield return $"it has moved to {feed.MovedTo}, and is read there: please change its address in alerts.yaml";
        }

        if (feed.Gap is { } gap)
        {
            yield return $"items may have been lost between {Ago(gap.From)} and {Ago(gap.Until)}: none was left that was known";
        }

        if (feed.GuidsTellNothing)
        {
            yield return "its guids do not tell its items: links, titles and dates do";
        }

        if (feed.ArticleProblem is not null)
        {
            yield return feed.ArticleProblem;
        }
    }

    private void PrintHubs(IReadOnlyList<FeedStatus> feeds)
    {
        var announced = feeds.Where(feed => feed.Hub?.Until is not null).Select(feed => feed.Name).ToList();
        if (announced.Count > 0)
        {
            _lines.WriteSentence("Announced by hubs, and polled less:", $"{string.Join(", ", announced)}");
        }

        foreach (var (feed, hub) in feeds.Select(feed => (feed, feed.Hub)))
        {
            if (hub?.Problem is { } problem)
            {
                _lines.WriteSentence($"[yellow]{Markup.Escape(feed.Name)}, hub {Markup.Escape(hub.Host)}:[/]", problem);
            }
        }
    }

    private void PrintQueues(IReadOnlyList<QueueStatus> queues, IReadOnlyList<DamagedDocument> damaged)
    {
        var table = NewTable("Queue", "Waiting", "At work", "Due later", "Poison");
        foreach (var queue in queues)
        {
            table.AddRow(
                queue.Name, $"{queue.Counts.Visible}", $"{queue.Counts.Held}", $"{queue.Counts.Delayed}", $"{queue.Poison.Count}");
        }

        _console.Write(table);
        foreach (var (queue, message) in queues.SelectMany(queue => queue.Poison.Select(message => (queue.Name, message))))
        {
            _lines.WriteSentence($"[red]{queue}, {Ago(message.At)}:[/]", message.Reason);
        }

        foreach (var document in damaged)
        {
            _lines.WriteSentence($"[red]documents, {Ago(document.At)}:[/]", Damaged.Describe(document));
        }

        _console.WriteLine();
    }

    private void PrintDestinations(IReadOnlyList<DestinationStatus> destinations)
    {
        var table = NewTable("Destination", "Channel", "Told in 24 h", "Last told", "Waiting");
        foreach (var destination in destinations)
        {
            table.AddRow(
                Markup.Escape(destination.Name),
                destination.Type ?? "",
                $"{destination.Delivered}",
                Ago(destination.LastDelivery),
                $"{destination.Waiting}");
        }

        _console.Write(table);
        foreach (var destination in destinations)
        {
            if (destination.Suppressed is { } suppressed)
            {
                _lines.WriteSentence($"[yellow]{Markup.Escape(destination.Name)}:[/]", $"nothing is sent. {suppressed}");
            }
            else if (destination.Disabled is not null)
            {
                _lines.WriteSentence($"[red]{Markup.Escape(destination.Name)}:[/]", $"disabled until its address changes. {destination.Disabled}");
            }
            else if (destination.Held is { } held)
            {
                var sentence = $"{char.ToUpperInvariant(held[0])}{held[1..]}." + (destination.Problem is { } why ? $" {why}" : "");
                _lines.WriteSentence($"[yellow]{Markup.Escape(destination.Name)}:[/]", sentence);
            }
            else if (destination is { NextTry: { } next, Problem: { } problem })
            {
                _lines.WriteSentence($"[yellow]{Markup.Escape(destination.Name)}:[/]", $"tried again {In(next)}. {problem}");
            }
            else if (destination.NextTry is { } later && later > now)
            {
                _lines.WriteSentence($"{Markup.Escape(destination.Name)}:", $"what waits is sent {In(later)}.");
            }
        }
    }

    private void PrintSubscribers(SubscriberCounts counts)
    {
        if (counts is { People: 0, Pending: 0, Suspended: 0 })
        {
            return;
        }

        _console.WriteLine();
        var suspended = counts.Suspended == 0 ? "" : $"; {counts.Suspended} suspended";
        var pending = counts.Pending == 0 ? "" : $"; {Counted.Of(counts.Pending, "request waits", "requests wait")} to be confirmed";
        _lines.WriteSentence(
            "[bold]Subscribers:[/]",
            $"{Counted.Of(counts.People, "person", "people")} with {Counted.Of(counts.Subscriptions, "subscription")}{suspended}{pending}.");
    }

    private void PrintIncidents(IReadOnlyList<Incident> incidents)
    {
        if (incidents.Count > 0)
        {
            _console.WriteLine();
        }

        foreach (var incident in incidents.OrderBy(incident => incident.Since))
        {
            var what = IncidentKind.Find(incident.Kind)?.Begin([incident]) ?? incident.Name;
            _lines.WriteSentence($"[red]{Markup.Escape(CleanText.Of(what))}[/], {Ago(incident.Since)}:", CleanText.Of(incident.Text));
        }
    }

    private string Ago(DateTimeOffset? time) => time is { } then ? Age.Of(then, now) : "never";

    private string In(DateTimeOffset? time) => time is { } then ? Due.Of(then, now) : "never";

    private static Table NewTable(string first, params string[] others)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(first);
        foreach (var column in others)
        {
            table.AddColumn(new TableColumn(column).NoWrap().RightAligned());
        }

        return table;
    }
}
