using System.Globalization;
using System.Text.Json;
using NewsAlerts.Alerts;

namespace NewsAlerts.Channels.Webhooks;

/// <summary>
/// Tells a Teams Workflows webhook, as an Adaptive Card 1.4. Feed text goes only into text runs, which know no markdown;
/// the only text block holds the time, which Teams shows in the reader's time zone.
/// </summary>
internal sealed class TeamsChannel(WebhookSender sender) : IChannel
{
    /// <summary>Teams takes about 28 KB with what Workflows adds.</summary>
    private const int MostBytes = 21_000;

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
            message.Alerts.Count, count => Body(message with { Alerts = [.. message.Alerts.Take(count)] }).Length < MostBytes);
    }

    /// <inheritdoc />
    public Task<DeliveryResult> SendAsync(
        Destination destination, Delivery delivery, CancellationToken cancellationToken) =>
        sender.PostAsync(WebhookMessage.To(destination, Body(MessageText.Of(delivery.Alerts, delivery.Digest, destination.Texts))), cancellationToken);

    private static byte[] Body(MessageText message) => JsonBody.Write(json =>
    {
        json.WriteString("type", "message");
        json.WriteObjects("attachments", [message], (_, card) =>
        {
            json.WriteString("contentType", "application/vnd.microsoft.card.adaptive");
            json.WriteNull("contentUrl");
            json.WriteStartObject("content");
            json.WriteString("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
            json.WriteString("type", "AdaptiveCard");
            json.WriteString("version", "1.4");
            json.WriteStartObject("msteams");
            json.WriteString("width", "Full");
            json.WriteEndObject();
            json.WriteStartArray("body");
            WriteLine(json, card.Title, "Large");
            foreach (var alert in card.Alerts)
            {
                WriteLine(json, alert.Heading, "Large");
                json.WriteStartObject();
                WriteAlert(json, alert);
                json.WriteEndObject();
            }

            WriteLine(json, card.Closing, "Default");
            json.WriteEndArray();
            json.WriteEndObject();
        });
    });

    private static void WriteLine(Utf8JsonWriter json, string? text, string size)
    {
        if (text is not null)
        {
            WriteRuns(json, [new TextRun(text, Lit: true)], size, subtle: false);
        }
    }

    private static void WriteAlert(Utf8JsonWriter json, AlertText alert)
    {
        json.WriteString("type", "Container");
        json.WriteBoolean("separator", true);
        json.WriteString("spacing", "Large");
        json.WriteStartArray("items");
        WriteRuns(json, [new TextRun(alert.Title.Text, Lit: true)], "Medium", subtle: false, alert.Link);
        WriteRuns(json, [new TextRun(alert.Source, Lit: false)], "Small", subtle: true);
        WriteTime(json, alert.Time);
        if (alert.Snippet.Text.Length > 0)
        {
            WriteRuns(json, alert.Snippet.Runs(), "Default", subtle: false);
        }

        foreach (var line in alert.RuleLines())
        {
            WriteRuns(json, [new TextRun(line, Lit: false)], "Small", subtle: true);
        }

        json.WriteEndArray();
    }

    private static void WriteRuns(
        Utf8JsonWriter json, IEnumerable<TextRun> runs, string size, bool subtle, Uri? link = null)
    {
        json.WriteStartObject();
        json.WriteString("type", "RichTextBlock");
        json.WriteString("spacing", "Small");
        json.WriteObjects("inlines", runs, (_, run) =>
        {
            json.WriteString("type", "TextRun");
            json.WriteString("text", Inert(run.Text));
            json.WriteString("size", size);
            if (subtle)
            {
                json.WriteBoolean("isSubtle", true);
            }

            if (run.Lit)
            {
                json.WriteString("weight", "Bolder");
            }

            if (link is not null)
            {
                json.WriteStartObject("selectAction");
                json.WriteString("type", "Action.OpenUrl");
                json.WriteString("url", link.AbsoluteUri);
                json.WriteEndObject();
            }
        });
        json.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter json, DateTimeOffset time)
    {
        var utc = time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        json.WriteStartObject();
        json.WriteString("type", "TextBlock");
        json.WriteString("text", $"{{{{DATE({utc},SHORT)}}}} {{{{TIME({utc})}}}}");
        json.WriteString("size", "Small");
        json.WriteBoolean("isSubtle", true);
        json.WriteString("spacing", "None");
        json.WriteEndObject();
    }

    /// <summary>
    /// Two things that are not markdown and yet may be read in any text of a card: the DATE and TIME functions, and a
    /// mention. A zero-width space ends both.
    /// </summary>
    private static string Inert(string text) => text
        .Replace("{{", "{\u200B{", StringComparison.Ordinal)
        .Replace("<at", "<\u200Bat", StringComparison.OrdinalIgnoreCase);
}
