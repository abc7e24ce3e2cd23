using NewsAlerts.Local.Demo.View;
using NewsAlerts.Local.Running;
using NewsAlerts.Messages;
using NewsAlerts.Polling;
using NewsAlerts.Steps;
using Spectre.Console;

namespace NewsAlerts.Local.Demo;

/// <summary>Prints what the demo has done.</summary>
/// <param name="console">Where to; matched words are lit up, or stand between asterisks where there is no colour.</param>
/// <param name="counts">The counts of the run.</param>
/// <param name="receiver">The receiver of the webhook.</param>
/// <param name="data">The data folder.</param>
/// <param name="time">Tells how old a story is.</param>
internal sealed class DemoSummary(
    IAnsiConsole console, RunCounts counts, WebhookReceiver receiver, DataFolder data, TimeProvider time)
{
    private readonly (string Open, string Close) _mark = console.Profile.Capabilities.Ansi ? ("[black on yellow]", "[/]") : ("*", "*");

    /// <summary>Prints the first round: the alerts that the demo is about, the counts, and what should not be.</summary>
    public void PrintRound(Scene scene, IEnumerable<string> mistakes)
    {
        foreach (var match in DemoConfiguration.FindMainMatches(scene))
        {
            PrintAlert(match);
        }

        console.WriteLine();
        PrintCounts(scene);
        foreach (var mistake in mistakes)
        {
            console.MarkupLineInterpolated($"[red]Wrong:[/] {mistake}");
        }
    }

    /// <summary>Prints the counts, and where to look further.</summary>
    public void PrintCounts(Scene scene)
    {
        console.MarkupLineInterpolated(
            $"{Counted.Of(scene.Feeds.Count(feed => feed.Polled is not null), "feed")} polled, {Counted.Of(counts.Failed, "poll")} failed; {Counted.Of(counts.NewItems, "item")}, {counts.Matched} matched.");
        foreach (var destination in scene.Destinations)
        {
            var detail = destination.Type == "email"
                ? $"open the .html {(destination.Messages == 1 ? "file" : "files")} in {data.Outbox}"
                : $"the receiver knows {Counted.Of(receiver.Alerts, "distinct alert id")} and refused {Counted.Of(receiver.Refused, "message")}";
            console.MarkupLineInterpolated(
                $"[green]{destination.Name}[/] ({destination.Type}): {Counted.Of(destination.Alerts, "alert")} in {Counted.Of(destination.Messages, destination.Type == "email" ? "email" : "message")}; {detail}.");
        }

        console.MarkupLineInterpolated($"The configuration was {DemoConfiguration.PathIn(data.Path)}.");
    }

    private void PrintAlert(MatchRow match)
    {
        var text = match.Text;
        console.WriteLine();
        console.MarkupLine($"[bold]{Lit(text.Title)}[/]");
        console.MarkupLine($"  {Lit(text.Snippet)}");
        console.MarkupLineInterpolated($"  [dim]{text.Source}, {Age.Of(text.Time, time.GetUtcNow())}. Matched by {string.Join(" and ", match.Rules)}. Told: {string.Join(", ", match.Told)}.[/]");
    }

    private string Lit(LitText text) => text.Render(Markup.Escape, _mark.Open, _mark.Close);
}
