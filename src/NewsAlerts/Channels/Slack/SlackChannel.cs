using System.Text.Json;
using NewsAlerts.Channels.Posting;
using NewsAlerts.Messages;

namespace NewsAlerts.Channels.Slack;

/// <summary>Tells a Slack incoming webhook, in Block Kit.</summary>
internal sealed class SlackChannel(WebhookSender sender) : IChannel
{
    private const int BlocksAnAlert = 3;
    private const int MostElements = 10;

    /// <inheritdoc />
    public string Type => "slack";

    /// <inheritdoc />
    public bool IsForPeople => true;

    /// <inheritdoc />
    public int CountThatFits(Destination destination, IReadOnlyList<Alert> alerts, Digest? digest = null)
    {
        var message = MessageText.Of(alerts.Take(SlackBlocks.Most / BlocksAnAlert), digest, destination.Texts);
        return Fit.Largest(message.Alerts.Count, count => Fits(message.First(count)));
    }

    /// <inheritdoc />
    public Task<DeliveryResult> SendAsync(
        Destination destination, OutgoingMessage delivery, CancellationToken cancellationToken) =>
        sender.PostAsync(WebhookMessage.To(destination, Body(destination, delivery)), cancellationToken);

    private static byte[] Body(Destination destination, OutgoingMessage delivery) =>
        delivery.Notice is { } notice ? SlackNotice.Body(notice) : Body(MessageText.Of(delivery.Alerts, delivery.Digest, destination.Texts));

    private static bool Fits(MessageText message) =>
        BlocksOf(message) <= SlackBlocks.Most && Body(message).Length <= SlackBlocks.MostCharacters;

    private static int BlocksOf(MessageText message) =>
        (message.Title is null ? 0 : 1) + message.Groups.Count() + (BlocksAnAlert * message.Alerts.Count)
        + (message.Closing is null ? 0 : 1) + message.Queries.Chunk(MostElements).Count();

    private static byte[] Body(MessageText message) => SlackBlocks.Body(message.Subject, json =>
    {
        SlackBlocks.WriteHeader(json, message.Title);
        foreach (var group in message.Groups)
        {
            SlackBlocks.WriteHeader(json, group.Key);
            foreach (var alert in group)
            {
                WriteText(json, alert);
                WriteContext(json, alert);
                json.WriteStartObject();
                json.WriteString("type", "divider");
                json.WriteEndObject();
            }
        }

        SlackBlocks.WriteHeader(json, message.Closing);
        foreach (var queries in message.Queries.Chunk(MostElements))
        {
            SlackBlocks.WriteContext(json, () => Array.ForEach(queries, query => SlackBlocks.WritePlain(json, message.LineOf(query))));
        }
    });

    private static void WriteText(Utf8JsonWriter json, AlertText alert) => SlackBlocks.WriteLines(json, () =>
    {
        SlackBlocks.WriteSection(json, [new TextRun(alert.Title.Text, Lit: true)], alert.Link);
        if (alert.Snippet.Text.Length > 0)
        {
            SlackBlocks.WriteSection(json, alert.Snippet.Runs(), link: null);
        }
    });

    /// <summary>
    /// The source, the time in the reader's own time zone, how long ago that is when somebody looks at it, and the other rules.
    /// </summary>
    private static void WriteContext(Utf8JsonWriter json, AlertText alert) => SlackBlocks.WriteContext(json, () =>
    {
        SlackBlocks.WritePlain(json, alert.Source);
        SlackBlocks.WriteTime(json, alert.Time, "");
        if (alert.AlsoMatches(name => name) is { } also)
        {
            SlackBlocks.WritePlain(json, also);
        }
    });
}
