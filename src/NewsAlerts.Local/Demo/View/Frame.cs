using System.Globalization;
using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Local.Running;
using NewsAlerts.Messages;
using NewsAlerts.Polling;
using NewsAlerts.Steps;
using Spectre.Console;

namespace NewsAlerts.Local.Demo.View;

/// <summary>
/// Lays the scene out in lines of markup, for a terminal of any size: on a wide one, items stand beside feeds, and
/// matches take two lines.
/// </summary>
/// <param name="data">The data folder.</param>
/// <param name="counts">The counts of the run.</param>
/// <param name="receiver">The receiver of the webhook.</param>
/// <param name="time">Tells how long ago something was.</param>
internal sealed class Frame(DataFolder data, RunCounts counts, WebhookReceiver receiver, TimeProvider time)
{
    private const int WideFrom = 110;
    private const int FeedsWidth = 56;
    private const int NameWidth = 17;
    private const int LongestFeedName = 20;
    private const int FormatWidth = 21;
    private const int CountWidth = 3;
    private const int AgeWidth = 9;
    private const int DotAndSpaces = 5;
    private const int RoomyMatches = 9;

    /// <summary>The lines: as many as there is height for, each exactly as wide as the terminal.</summary>
    public IReadOnlyList<string> Lay(Scene scene, int width, int height)
    {
        var feeds = Feeds(scene, width >= WideFrom ? FeedsWidth : width);
        var destinations = Destinations(scene, width);
        var free = Math.Max(0, height - 2 - feeds.Count - destinations.Count);
        List<string> top;
        if (width >= WideFrom)
        {
            var rows = Math.Max(feeds.Count, height / 3);
            free -= rows - feeds.Count;
            var items = Items(scene, width - FeedsWidth - 2, rows);
            top = [.. Beside(Fill(feeds, FeedsWidth, rows), items)];
        }
        else
        {
            var rows = free * 2 / 5;
            free -= rows;
            top = [.. feeds, .. Items(scene, width, rows)];
        }

        return [.. new[] { Header(width) }.Concat(top).Concat(Matches(scene, width, free)).Concat(destinations).Append(Footer(width)).Take(height)];
    }

    private static IEnumerable<string> Beside(IEnumerable<string> left, IEnumerable<string> right) =>
        left.Zip(right, (one, other) => $"{one}  {other}");

    private static List<string> Fill(IEnumerable<string> lines, int width, int height) =>
        [.. lines.Concat(Enumerable.Repeat(new string(' ', width), height)).Take(height)];

    private static string Heading(string text, int width) =>
        $"[bold]{text}[/] [grey35]{new string('─', Math.Max(0, width - text.Length - 1))}[/]";

    private string Header(int width)
    {
        var said = $"{Counted.Of(counts.NewItems, "item")}, {counts.Matched} matched, {Counted.Of(counts.Alerts, "alert")} told";
        return $"[bold]alerts demo[/]  {Cells.Fit(said, Math.Max(0, width - 26))}  [grey62]Ctrl-C ends[/]";
    }

    private string Footer(int width) => Cells.Fit($"Open the emails in {data.Outbox}", width);

    private List<string> Feeds(Scene scene, int width)
    {
        var rest = width - DotAndSpaces - CountWidth - AgeWidth;
        var name = Math.Clamp(rest - FormatWidth, 0, LongestFeedName);
        return [Heading("Feeds", width), .. scene.Feeds.Select(feed =>
            $"{Dot(feed.Error is null, feed.Polled is null)} {Cells.Fit(feed.Name, name)} "
            + $"[grey62]{Cells.Fit(feed.Error ?? feed.Format, rest - name)}[/] "
            + $"{feed.Items.ToString(CultureInfo.InvariantCulture),CountWidth} [grey62]{Cells.Fit(Ago(feed.Polled), AgeWidth)}[/]")];
    }

    private static List<string> Items(Scene scene, int width, int height)
    {
        var rows = scene.Items.Select(item => string.Create(
            CultureInfo.InvariantCulture,
            $"[grey62]{item.Time.LocalDateTime:HH:mm:ss} {Cells.Fit(item.Feed, NameWidth)}[/] {Cells.Fit(item.Title, Math.Max(0, width - NameWidth - 10))}"));
        return Fill(rows.Prepend(Heading("Newest items", width)), width, height);
    }

    private static List<string> Matches(Scene scene, int width, int height)
    {
        var rows = width >= WideFrom && height >= RoomyMatches
            ? scene.Matches.Take((height - 1) / 2).SelectMany(match => TwoLines(match, width))
            : scene.Matches.Select(match => OneLine(match, width));
        return Fill(rows.Prepend(Heading("Matches", width)), width, height);
    }

    private static string OneLine(MatchRow match, int width)
    {
        var shown = match.Text.Title.Lit.Count > 0 ? match.Text.Title : match.Text.Snippet;
        return $"[grey62]{Cells.Fit(match.Text.Source, NameWidth)}[/] {Cells.Fit(shown, Math.Max(0, width - NameWidth - 1))}";
    }

    private static IEnumerable<string> TwoLines(MatchRow match, int width)
    {
        var rest = Math.Max(0, width - NameWidth - 1);
        var told = match.Told.Count == 0 ? "" : $"→ {string.Join(", ", match.Told)}";
        yield return $"[aqua]{Cells.Fit(string.Join(", ", match.Rules), NameWidth)}[/] [bold]{Cells.Fit(match.Text.Title, rest)}[/]";
        yield return $"[green]{Cells.Fit(told, NameWidth)}[/] [grey62]{Cells.Fit(match.Text.Source, NameWidth)}[/] {Cells.Fit(match.Text.Snippet, Math.Max(0, rest - NameWidth - 1))}";
    }

    private List<string> Destinations(Scene scene, int width) =>
    [
        Heading("Deliveries", width),
        .. scene.Destinations.Select(destination =>
            $"{Dot(destination.Last?.Status == DeliveryStatus.Delivered, destination.Last is null)} "
            + Cells.Fit($"{destination.Name,-5} {destination.Type,-8} {Counted.Of(destination.Alerts, "alert")} in {Counted.Of(destination.Messages, "message")}, {Detail(destination)}", Math.Max(0, width - 2))),
    ];

    private string Detail(DestinationRow destination) => destination switch
    {
        { Last: null } => "nothing to tell yet",
        { Last.Status: not DeliveryStatus.Delivered } => destination.Last.Attempts[^1].Reason,
        { Type: "webhook" } => $"{receiver.Alerts} distinct and signed, {Ago(destination.Last.Attempts[^1].At)}",
        _ => $"written as .html files, {Ago(destination.Last.Attempts[^1].At)}",
    };

    private string Ago(DateTimeOffset? at) => at switch
    {
        null => "never",
        { } when time.GetUtcNow() - at < TimeSpan.FromMinutes(1) =>
            string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, (time.GetUtcNow() - at.Value).TotalSeconds):0} s ago"),
        _ => Age.Of(at.Value, time.GetUtcNow()),
    };

    private static string Dot(bool isRight, bool isWaiting) => isWaiting ? "[grey62]●[/]" : isRight ? "[green]●[/]" : "[red]●[/]";
}
