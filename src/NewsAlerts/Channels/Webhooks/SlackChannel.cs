using System.Text.Json;
using NewsAlerts.Alerts;

namespace NewsAlerts.Channels.Webhooks;

/// <summary>Tells a Slack incoming webhook, in Block Kit.</summary>
internal sealed class SlackChannel(WebhookSender sender) : IChannel
{
    private const int BlocksAnAlert = 4;
    private const int BlocksOfDigest = 2;

    /// <inheritdoc />
    public string Type => "slack";

    /// <inheritdoc />
    public bool IsForPeople => true;

    /// <inheritdoc />
    public int CountThatFits(Destination destination, IReadOnlyList<Alert> alerts, Digest? digest = null)
    {
        var most = digest is null ? SlackBlocks.Most / (BlocksAnAlert - 1) : (SlackBlocks.Most - BlocksOfDigest) / BlocksAnAlert;
        var message = MessageText.Of(alerts.Take(most), digest, destination.Texts);
        return Fit.Largest(
            message.Alerts.Count, count => Body(message with { Alerts = [.. message.Alerts.Take(count)] }).Length <= SlackBlocks.MostCharacters);
    }

    /// <inheritdoc />
    public Task<DeliveryResult> SendAsync(
        Destination destination, Delivery delivery, CancellationToken cancellationToken) =>
        sender.PostAsync(WebhookMessage.To(destination, Body(destination, delivery)), cancellationToken);

    private static byte[] Body(Destination destination, Delivery delivery) =>
        delivery.Notice is { } notice ? SlackNotice.Body(notice) : Body(MessageText.Of(delivery.Alerts, delivery.Digest, destination.Texts));

    private static byte[] Body(MessageText message) => SlackBlocks.Body(message.Subject, json =>
    {
        SlackBlocks.WriteHeader(json, message.Title);
        foreach (var alert in message.Alerts)
        {
            SlackBlocks.WriteHeader(json, alert.Heading);
            WriteText(json, alert);
            WriteContext(json, alert);
            json.WriteStartObject();
            json.WriteString("type", "divider");
            json.WriteEndObject();
        }

        SlackBlocks.WriteHeader(json, message.Closing);
    });

    private static void WriteText(Utf8JsonWriter json, AlertText alert) => SlackBlocks.WriteLines(json, () =>
    {
        SlackBlocks.WriteSection(json, [new TextRun(alert.Title.Text, Lit: true)], alert.Link);
        if (alert.Snippet.Text.Length > 0)
        {
            SlackBlocks.WriteSection(json, alert.Snippet.Runs(), link: null);
        }
    });

    /// <summary>The source, the time in the reader's own time zone and how long ago that is, and the rules: at most 7 of 10 elements.</summary>
    private static void WriteContext(Utf8JsonWriter json, AlertText alert) => SlackBlocks.WriteContext(json, () =>
    {
        SlackBlocks.WritePlain(json, alert.Source);
        SlackBlocks.WriteTime(json, alert.Time, "");
        foreach (var line in alert.RuleLines())
        {
            SlackBlocks.WritePlain(json, line);
        }
    });
}
