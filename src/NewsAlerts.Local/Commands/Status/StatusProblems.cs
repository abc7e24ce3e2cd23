using NewsAlerts.Local.Commands.Run;
using NewsAlerts.Messages;
using NewsAlerts.Monitoring;
using NewsAlerts.Monitoring.Incidents;
using NewsAlerts.Polling;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Status;

/// <summary>Something that is wrong, for a person.</summary>
/// <param name="Beginning">What it concerns, as markup.</param>
/// <param name="Sentence">What is wrong, as plain text.</param>
internal sealed record StatusProblem(string Beginning, string Sentence);

/// <summary>Finds what is wrong in a status, the worst first.</summary>
internal static class StatusProblems
{
    /// <summary>What is wrong with anything.</summary>
    public static IReadOnlyList<StatusProblem> Of(ServiceStatus status, DateTimeOffset now) =>
    [
        .. status.Incidents.OrderBy(incident => incident.Since).Select(incident => OfIncident(incident, now)),
        .. status.Damaged.Select(document =>
            new StatusProblem($"[red]Storage, {Age.Of(document.At, now)}:[/]", Damaged.Describe(document))),
        .. from queue in status.Queues
           from message in queue.Poison
           select new StatusProblem($"[red]{WorkName.Of(queue.Name)}, given up {Age.Of(message.At, now)}:[/]", message.Reason),
        .. status.Destinations.SelectMany(destination => OfDestination(destination, now)),
        .. from feed in status.Feeds
           where feed.Error is not null
           select Of("yellow", feed.Name, Failure(feed.Error, feed.Failures)),
        .. status.Feeds.SelectMany(feed => OfFeed(feed, now)),
    ];

    private static StatusProblem OfIncident(Incident incident, DateTimeOffset now)
    {
        var what = IncidentKind.Find(incident.Kind)?.Begin([incident]) ?? incident.Name;
        return new StatusProblem(
            $"[red]{Markup.Escape(CleanText.Of(what))}[/], {Age.Of(incident.Since, now)}:", CleanText.Of(incident.Text));
    }

    private static IEnumerable<StatusProblem> OfDestination(DestinationStatus destination, DateTimeOffset now)
    {
        if (destination.Suppressed is { } suppressed)
        {
            yield return Of("yellow", destination.Name, $"nothing is sent. {suppressed}");
        }
        else if (destination.Disabled is { } disabled)
        {
            yield return Of("red", destination.Name, $"disabled until its address changes. {disabled}");
        }
        else if (destination is { Held: null, NextTry: { } next, Problem: { } problem })
        {
            yield return Of("yellow", destination.Name, $"tried again {Due.Of(next, now)}. {problem}");
        }
        else if (destination is { Held: { } held, Problem: { } why })
        {
            yield return Of("yellow", destination.Name, $"{char.ToUpperInvariant(held[0])}{held[1..]}. {why}");
        }
    }

    /// <summary>Why a feed's last poll failed, and how many have in a row.</summary>
    public static string Failure(string? error, int failures) => failures > 1 ? $"{error} ({failures} times in a row)" : error ?? "";

    private static IEnumerable<StatusProblem> OfFeed(FeedStatus feed, DateTimeOffset now)
    {
        if (feed.Hub is { Problem: { } problem } hub)
        {
            yield return Of("yellow", $"{feed.Name}, hub {hub.Host}", problem);
        }

        if (feed.MovedTo is { } moved)
        {
            yield return Of("yellow", feed.Name, $"it has moved to {moved}, and is read there: please change its address in alerts.yaml");
        }

        if (feed.Gap is { } gap)
        {
            var when = $"between {Age.Of(gap.From, now)} and {Age.Of(gap.Until, now)}";
            yield return Of("yellow", feed.Name, $"items may have been lost {when}: none was left that was known");
        }

        if (feed.ArticleProblem is { } article)
        {
            yield return Of("yellow", feed.Name, article);
        }
    }

    private static StatusProblem Of(string colour, string name, string sentence) =>
        new($"[{colour}]{Markup.Escape(name)}:[/]", sentence);
}
