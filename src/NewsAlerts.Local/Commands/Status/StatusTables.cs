using NewsAlerts.Local.Commands.Configuring;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Messages;
using NewsAlerts.Monitoring;
using NewsAlerts.Polling;
using NewsAlerts.Polling.Pace;
using NewsAlerts.Subscriptions;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Status;

/// <summary>
/// Prints the status for people: first whether a runner is at work, then what is wrong, then the rest, in short where all of it is well.
/// </summary>
internal sealed class StatusTables(TextWriter output, DateTimeOffset now)
{
    // With the other columns, 80 characters.
    private const int FeedColumn = 35;

    // Longer lists are printed on request: by --problems and --feed.
    private const int MostProblems = 20;
    private const int MostRows = 10;

    private readonly IAnsiConsole _console = Terminal.Create(output);
    private readonly Lines _lines = new(output);

    /// <summary>Prints whether a runner is at work.</summary>
    public void PrintRunner(ServiceStatus status, bool? isRunning)
    {
        var (isAtWork, answer, more) = RunnerText.Of(status.Runner, isRunning, now);
        _lines.WriteSentence(isAtWork ? $"[green]{answer}[/]" : $"[yellow]{answer}.[/]", more, continuation: "");
        _console.WriteLine();
    }

    /// <summary>Prints all of it but that.</summary>
    public void Print(ServiceStatus status)
    {
        PrintProblems(status, MostProblems);
        if (status is { Feeds: [], Destinations: [] } && status.Queues.All(IsIdle))
        {
            _lines.WriteSentence(
                "Nothing is kept here yet.",
                "With an alerts.yaml, 'alerts run' watches its feeds; then this shows each feed, what waits and what was sent.",
                continuation: "");
            return;
        }

        PrintFeeds(status.Feeds);
        PrintQueues(status.Queues);
        PrintDestinations(status.Destinations);
        PrintSubscribers(status.Subscribers);
    }

    /// <summary>Prints everything that is wrong, and nothing else.</summary>
    public void PrintProblems(ServiceStatus status)
    {
        if (PrintProblems(status, int.MaxValue) == 0)
        {
            _lines.Write("Nothing is wrong.");
        }
    }

    /// <summary>Prints some feeds, with all that is known of each.</summary>
    public void PrintFeeds(ServiceStatus status, IReadOnlyList<FeedStatus> feeds)
    {
        PrintTable(feeds);
        PrintProblems(new ServiceStatus(feeds, [], [], status.Subscribers), int.MaxValue);
    }

    private int PrintProblems(ServiceStatus status, int most)
    {
        var problems = StatusProblems.Of(status, now);
        foreach (var (beginning, sentence) in problems.Take(most))
        {
            _lines.WriteSentence(beginning, sentence);
        }

        if (problems.Count > most)
        {
            _lines.Write($"And {Counted.Of(problems.Count - most, "more problem")}: 'alerts status --problems' shows all.");
        }

        if (problems.Count > 0)
        {
            _console.WriteLine();
        }

        return problems.Count;
    }

    private void PrintFeeds(IReadOnlyList<FeedStatus> feeds)
    {
        if (feeds.Count <= MostRows)
        {
            PrintTable(feeds);
        }
        else
        {
            var well = feeds.Count(feed => feed is { Error: null, LastPoll: not null });
            var waiting = feeds.Count(feed => feed is { Error: null, LastPoll: null });
            var failing = feeds.Count - well - waiting;
            _lines.WriteSentence(
                "[bold]Feeds:[/]",
                $"{Counted.Number(well)} of {Counted.Of(feeds.Count, "feed")} are well{(failing == 0 ? "" : $", {Counted.Number(failing)} fail")}"
                    + $"{(waiting == 0 ? "" : $", {Counted.Number(waiting)} were never polled")}; {Counted.Of(feeds.Sum(feed => feed.NewItems), "new item")} in 24 h; "
                    + $"the next poll is due {In(feeds.Min(feed => feed.NextPoll))}. 'alerts status --feed' and a name or address shows one.");
        }

        PrintAnnounced(feeds);
        _console.WriteLine();
    }

    private void PrintTable(IReadOnlyList<FeedStatus> feeds)
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
        foreach (var feed in feeds.Where(feed => feed.GuidsTellNothing))
        {
            _lines.WriteSentence($"[yellow]{Markup.Escape(feed.Name)}:[/]", "its guids do not tell its items: links, titles and dates do");
        }
    }

    private static string Pace(FeedStatus feed) =>
        feed is { NextPoll: not null, Every: { } every } ? $"\n[grey]every {TimeText.Of(every)}: {Markup.Escape(feed.Why)}[/]" : "";

    private void PrintAnnounced(IReadOnlyList<FeedStatus> feeds)
    {
        var announced = feeds.Where(feed => feed.Hub?.Until is not null).Select(feed => feed.Name).ToList();
        if (announced.Count > 0)
        {
            _lines.WriteSentence(
                "Announced by hubs, and polled less:",
                announced.Count <= MostRows ? string.Join(", ", announced) : $"{Counted.Of(announced.Count, "feed")}.");
        }
    }

    private void PrintQueues(IReadOnlyList<QueueStatus> queues)
    {
        var table = NewTable("Work", "Waiting", "At work", "Due later", "Given up");
        foreach (var queue in queues)
        {
            table.AddRow(
                WorkName.Of(queue.Name), $"{queue.Counts.Visible}", $"{queue.Counts.Held}", $"{queue.Counts.Delayed}", $"{queue.Poison.Count}");
        }

        _console.Write(table);
        _console.WriteLine();
    }

    private void PrintDestinations(IReadOnlyList<DestinationStatus> destinations)
    {
        // Where there are many, those that something waits for or was sent to.
        var shown = destinations.Count <= MostRows
            ? destinations
            : [.. destinations.OrderByDescending(one => one.Waiting).ThenByDescending(one => one.Delivered).Take(MostRows)];
        var table = NewTable("Destination", "Channel", "Sent in 24 h", "Last sent", "Waiting");
        foreach (var destination in shown)
        {
            table.AddRow(
                Markup.Escape(destination.Name),
                destination.Type ?? "",
                $"{destination.Delivered}",
                Ago(destination.LastDelivery),
                $"{destination.Waiting}");
        }

        _console.Write(table);
        if (shown.Count < destinations.Count)
        {
            _lines.Write($"And {Counted.Of(destinations.Count - shown.Count, "destination")} for which less waits.");
        }

        foreach (var destination in shown.Where(one => one is { Suppressed: null, Disabled: null, Problem: null }))
        {
            if (destination.Held is { } held)
            {
                _lines.WriteSentence($"{Markup.Escape(destination.Name)}:", $"{char.ToUpperInvariant(held[0])}{held[1..]}.");
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

    private static bool IsIdle(QueueStatus queue) => queue is { Counts: { Visible: 0, Held: 0, Delayed: 0 }, Poison.Count: 0 };

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
