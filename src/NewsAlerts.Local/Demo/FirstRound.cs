using NewsAlerts.Local.Demo.View;
using NewsAlerts.Local.Running;
using NewsAlerts.Messages;
using NewsAlerts.Polling;
using NewsAlerts.Steps;

namespace NewsAlerts.Local.Demo;

/// <summary>Says what the first round should have brought and did not.</summary>
/// <param name="counts">The counts of the run.</param>
/// <param name="arrivals">What was told.</param>
/// <param name="receiver">The receiver of the webhook.</param>
/// <param name="outbox">The folder of the emails.</param>
internal sealed class FirstRound(RunCounts counts, Arrivals arrivals, WebhookReceiver receiver, string outbox)
{
    /// <summary>What is wrong, as sentences; none where everything is as it should be.</summary>
    /// <param name="scene">What there is to see.</param>
    /// <param name="items">How many items the sites had.</param>
    public IEnumerable<string> Mistakes(Scene scene, int items)
    {
        foreach (var feed in scene.Feeds.Where(feed => feed.Polled is null || feed.Error is not null))
        {
            yield return $"{feed.Name} was not read: {feed.Error ?? "it was not polled"}.";
        }

        if (counts.NewItems != items)
        {
            yield return $"{counts.NewItems} items were found, and the sites had {items}.";
        }

        foreach (var destination in scene.Destinations)
        {
            if (arrivals.Missing(destination.Name) is > 0 and var missing)
            {
                yield return $"{Counted.Of(missing, "alert was", "alerts were")} not sent to {destination.Name}.";
            }

            var (arrived, told) = destination.Type == "email"
                ? (Emails(), destination.Messages)
                : (receiver.Alerts, arrivals.Told(destination.Name));
            if (arrived != told)
            {
                yield return $"{destination.Name} has {arrived}, and was sent {told}.";
            }
        }

        if (receiver.Refused > 0)
        {
            yield return $"The receiver refused {Counted.Of(receiver.Refused, "message")}.";
        }

        if (DemoConfiguration.FindMainMatches(scene).Count < 2)
        {
            yield return "The story that two outlets told did not arrive from both.";
        }
    }

    private int Emails() => Directory.Exists(outbox) ? Directory.GetFiles(outbox, "*.eml").Length : 0;
}
