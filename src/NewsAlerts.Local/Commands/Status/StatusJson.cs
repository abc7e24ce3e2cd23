using NewsAlerts.Local.Commands.Configuring;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Local.Commands.Run;
using NewsAlerts.Monitoring;
using NewsAlerts.Polling;

namespace NewsAlerts.Local.Commands.Status;

/// <summary>
/// Prints the status as JSON Lines: an object for the runner, for each feed, queue, destination and incident, and for those who
/// subscribe.
/// </summary>
internal static class StatusJson
{
    public static async Task PrintAsync(ServiceStatus status, bool? isRunning, TextWriter output)
    {
        var now = TimeProvider.System.GetUtcNow();
        var lines = new object[]
        {
            new
            {
                Runner = RunnerText.Of(status.Runner, isRunning, now).IsAtWork ? "working" : "stopped",
                status.Runner?.Since,
                status.Runner?.Seen,
                status.Runner?.Ended,
            },
        }.Concat(status.Feeds.Select(feed => (object)new
        {
            Feed = feed.Name,
            feed.Url,
            feed.LastPoll,
            feed.NextPoll,
            feed.Error,
            feed.Failures,
            feed.NewItems,
            EverySeconds = feed.Every?.TotalSeconds,
            feed.Why,
            feed.Gap,
            feed.GuidsTellNothing,
            feed.ArticleProblem,
            feed.Hub,
            feed.MovedTo,
        })).Concat(status.Queues.Select(queue => new
        {
            Queue = queue.Name,
            queue.Counts.Visible,
            queue.Counts.Held,
            queue.Counts.Delayed,
            Poison = queue.Poison.Select(message => new { message.Id, message.At, message.Reason }),
        })).Concat(status.Destinations.Select(destination => new
        {
            Destination = destination.Name,
            destination.Type,
            destination.Delivered,
            destination.LastDelivery,
            destination.Waiting,
            destination.Held,
            destination.NextTry,
            destination.Problem,
            destination.Disabled,
            destination.Suppressed,
        })).Concat(status.Incidents.Select(incident => new
        {
            Incident = incident.Kind,
            incident.Name,
            incident.Text,
            incident.Since,
        })).Concat(status.Damaged.Select(document => new
        {
            Damaged = document.Name,
            document.Reason,
            document.At,
        })).Append(new { status.Subscribers });
        foreach (var line in lines)
        {
            await output.WriteLineAsync(JsonLines.Of(line));
        }
    }
}
