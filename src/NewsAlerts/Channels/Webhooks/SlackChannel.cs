using System.Globalization;
using System.Text.Json;
using NewsAlerts.Alerts;

namespace NewsAlerts.Channels.Webhooks;

/// <summary>
/// Tells a Slack incoming webhook, in Block Kit. Feed text goes only into elements that Slack takes literally
/// (<c>rich_text</c>'s and <c>plain_text</c>), never into mrkdwn: there is nothing to escape, and a bold word needs no
/// spaces around it, which Chinese and Japanese do not have.
/// </summary>
internal sealed class SlackChannel(WebhookSender sender) : IChannel
{
    private const int MostBlocks = 50;
    private const int BlocksAnAlert = 4;
    private const int BlocksOfDigest = 2;

    /// <summary>The limit is about 13,000; ours counts the whole body, which is more than what Slack counts.</summary>
    private const int MostCharacters = 13_000;

    /// <inheritdoc />
    public string Type => "slack";

    /// <inheritdoc />
    public bool IsForPeople => true;

    /// <inheritdoc />
    public int CountThatFits(Destination destination, IReadOnlyList<Alert> alerts, Digest? digest = null)
    {
        var most = digest is null ? MostBlocks / (BlocksAnAlert - 1) : (MostBlocks - BlocksOfDigest) / BlocksAnAlert;
        var message = MessageText.Of(alerts.Take(most), digest, destination.Texts);
        return Fit.Largest(
            message.Alerts.Count, count => Body(message with { Alerts = [.. message.Alerts.Take(count)] }).Length <= MostCharacters);
    }

    /// <inheritdoc />
    public Task<DeliveryResult> SendAsync(
        Destination destination, Delivery delivery, CancellationToken cancellationToken) =>
        sender.PostAsync(WebhookMessage.To(destination, Body(MessageText.Of(delivery.Alerts, delivery.Digest, destination.Texts))), cancellationToken);

    private static byte[] Body(MessageText message) => JsonBody.Write(json =>
    {
        json.WriteString("text", Escape(message.Subject));
        json.WriteBoolean("unfurl_links", false);
        json.WriteBoolean("unfurl_media", false);
        json.WriteStartArray("blocks");
        WriteHeader(json, message.Title);
        foreach (var alert in message.Alerts)
        {
            WriteHeader(json, alert.Heading);
            WriteText(json, alert);
            WriteContext(json, alert);
            json.WriteStartObject();
            json.WriteString("type", "divider");
            json.WriteEndObject();
        }

        WriteHeader(json, message.Closing);
        json.WriteEndArray();
    });

    private static void WriteHeader(Utf8JsonWriter json, string? text)
    {
        if (text is not null)
        {
            json.WriteStartObject();
            json.WriteString("type", "header");
            json.WritePropertyName("text");
            WritePlain(json, text);
            json.WriteEndObject();
        }
    }

    private static void WriteText(Utf8JsonWriter json, AlertText alert)
    {
        json.WriteStartObject();
        json.WriteString("type", "rich_text");
        json.WriteStartArray("elements");
        WriteSection(json, [new TextRun(alert.Title.Text, Lit: true)], alert.Link);
        if (alert.Snippet.Text.Length > 0)
        {
            WriteSection(json, alert.Snippet.Runs(), link: null);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSection(Utf8JsonWriter json, IEnumerable<TextRun> runs, Uri? link)
    {
        json.WriteStartObject();
        json.WriteString("type", "rich_text_section");
        json.WriteObjects("elements", runs, (_, run) =>
        {
            json.WriteString("type", link is null ? "text" : "link");
            if (link is not null)
            {
                json.WriteString("url", link.AbsoluteUri);
            }

            json.WriteString("text", run.Text);
            if (run.Lit)
            {
                json.WriteStartObject("style");
                json.WriteBoolean("bold", true);
                json.WriteEndObject();
            }
        });
        json.WriteEndObject();
    }

    /// <summary>The source, the time in the reader's own time zone and how long ago that is, and the rules: at most 7 of 10 elements.</summary>
    private static void WriteContext(Utf8JsonWriter json, AlertText alert)
    {
        json.WriteStartObject();
        json.WriteString("type", "context");
        json.WriteStartArray("elements");
        WritePlain(json, alert.Source);
        json.WriteStartObject();
        json.WriteString("type", "mrkdwn");
        json.WriteString("text", string.Create(
            CultureInfo.InvariantCulture,
            $"<!date^{alert.Time.ToUnixTimeSeconds()}^{{date_short_pretty}} {{time}} ({{ago}})|{alert.Time.UtcDateTime:yyyy-MM-dd HH:mm} UTC>"));
        json.WriteEndObject();
        foreach (var line in alert.RuleLines())
        {
            WritePlain(json, line);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePlain(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("type", "plain_text");
        json.WriteString("text", text);
        json.WriteBoolean("emoji", false);
        json.WriteEndObject();
    }

    /// <summary>The notification's text is mrkdwn, where these three make links and mentions.</summary>
    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
