using System.Text.Json;
using NewsAlerts.Alerts;

namespace NewsAlerts.Channels.Webhooks;

/// <summary>Tells a Teams Workflows webhook, as an Adaptive Card 1.4.</summary>
internal sealed class TeamsChannel(WebhookSender sender) : IChannel
{
    /// <summary>The smallest alert takes some 400 bytes.</summary>
    private const int MostAlerts = 50;

    /// <inheritdoc />
    public string Type => "teams";

    /// <inheritdoc />
    public bool IsForPeople => true;

    /// <inheritdoc />
    public int CountThatFits(Destination destination, IReadOnlyList<Alert> alerts, Digest? digest = null)
    {
        var message = MessageText.Of(alerts.Take(MostAlerts), digest, destination.Texts);
        return Fit.Largest(
            message.Alerts.Count, count => Body(message with { Alerts = [.. message.Alerts.Take(count)] }).Length < TeamsCard.MostBytes);
    }

    /// <inheritdoc />
    public Task<DeliveryResult> SendAsync(
        Destination destination, Delivery delivery, CancellationToken cancellationToken) =>
        sender.PostAsync(WebhookMessage.To(destination, Body(destination, delivery)), cancellationToken);

    private static byte[] Body(Destination destination, Delivery delivery) =>
        delivery.Notice is { } notice ? TeamsNotice.Body(notice) : Body(MessageText.Of(delivery.Alerts, delivery.Digest, destination.Texts));

    private static byte[] Body(MessageText message) => TeamsCard.Body(json =>
    {
        TeamsCard.WriteLine(json, message.Title, "Large");
        foreach (var alert in message.Alerts)
        {
            TeamsCard.WriteLine(json, alert.Heading, "Large");
            json.WriteStartObject();
            WriteAlert(json, alert);
            json.WriteEndObject();
        }

        TeamsCard.WriteLine(json, message.Closing, "Default");
    });

    private static void WriteAlert(Utf8JsonWriter json, AlertText alert)
    {
        json.WriteString("type", "Container");
        json.WriteBoolean("separator", true);
        json.WriteString("spacing", "Large");
        json.WriteStartArray("items");
        TeamsCard.WriteRuns(json, [new TextRun(alert.Title.Text, Lit: true)], "Medium", subtle: false, alert.Link);
        TeamsCard.WriteRuns(json, [new TextRun(alert.Source, Lit: false)], "Small", subtle: true);
        TeamsCard.WriteTime(json, alert.Time, "");
        if (alert.Snippet.Text.Length > 0)
        {
            TeamsCard.WriteRuns(json, alert.Snippet.Runs(), "Default", subtle: false);
        }

        foreach (var line in alert.RuleLines())
        {
            TeamsCard.WriteRuns(json, [new TextRun(line, Lit: false)], "Small", subtle: true);
        }

        json.WriteEndArray();
    }
}
