using System.Text.Json;
using NewsAlerts.Channels.Posting;
using NewsAlerts.Messages;

namespace NewsAlerts.Channels.Teams;

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
        return Fit.Largest(message.Alerts.Count, count => Body(message.First(count)).Length < TeamsCard.MostBytes);
    }

    /// <inheritdoc />
    public Task<DeliveryResult> SendAsync(
        Destination destination, OutgoingMessage delivery, CancellationToken cancellationToken) =>
        sender.PostAsync(WebhookMessage.To(destination, Body(destination, delivery)), cancellationToken);

    private static byte[] Body(Destination destination, OutgoingMessage delivery) =>
        delivery.Notice is { } notice ? TeamsNotice.Body(notice) : Body(MessageText.Of(delivery.Alerts, delivery.Digest, destination.Texts));

    private static byte[] Body(MessageText message) => TeamsCard.Body(json =>
    {
        TeamsCard.WriteLine(json, message.Title, "Large");
        foreach (var group in message.Groups)
        {
            TeamsCard.WriteLine(json, group.Key, "Large");
            foreach (var alert in group)
            {
                json.WriteStartObject();
                WriteAlert(json, alert);
                json.WriteEndObject();
            }
        }

        TeamsCard.WriteLine(json, message.Closing, "Default");
        foreach (var query in message.Queries)
        {
            WriteSmall(json, message.LineOf(query));
        }
    });

    private static void WriteAlert(Utf8JsonWriter json, AlertText alert)
    {
        json.WriteString("type", "Container");
        json.WriteBoolean("separator", true);
        json.WriteString("spacing", "Large");
        json.WriteStartArray("items");
        TeamsCard.WriteRuns(json, [new TextRun(alert.Title.Text, Lit: true)], "Medium", subtle: false, alert.Link);
        WriteSmall(json, alert.Source);
        TeamsCard.WriteTime(json, alert.Time, "");
        if (alert.Snippet.Text.Length > 0)
        {
            TeamsCard.WriteRuns(json, alert.Snippet.Runs(), "Default", subtle: false);
        }

        if (alert.AlsoMatches(name => name) is { } also)
        {
            WriteSmall(json, also);
        }

        json.WriteEndArray();
    }

    private static void WriteSmall(Utf8JsonWriter json, string text) =>
        TeamsCard.WriteRuns(json, [new TextRun(text, Lit: false)], "Small", subtle: true);
}
