using System.Globalization;
using System.Text.Json;
using NewsAlerts.Channels.Posting;
using NewsAlerts.Messages;

namespace NewsAlerts.Channels.Teams;

/// <summary>
/// The card that messages to Teams are, and its elements. Feed text goes only into text runs, which know no markdown; the
/// only text blocks hold times, which Teams shows in the reader's time zone.
/// </summary>
internal static class TeamsCard
{
    /// <summary>Teams takes about 28 KB with what Workflows adds.</summary>
    public const int MostBytes = 21_000;

    /// <summary>A message that is a card.</summary>
    /// <param name="write">Writes the card's elements.</param>
    public static byte[] Body(Action<Utf8JsonWriter> write) => JsonBody.Write(json =>
    {
        json.WriteString("type", "message");
        json.WriteObjects("attachments", [write], (_, writeElements) =>
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
            writeElements(json);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    });

    /// <summary>A line that stands out; none where there is no text.</summary>
    public static void WriteLine(Utf8JsonWriter json, string? text, string size)
    {
        if (text is not null)
        {
            WriteRuns(json, [new TextRun(text, Lit: true)], size, subtle: false);
        }
    }

    /// <summary>A paragraph of text runs.</summary>
    public static void WriteRuns(
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

    /// <summary>A time, with our own words before it.</summary>
    public static void WriteTime(Utf8JsonWriter json, DateTimeOffset time, string before)
    {
        var utc = time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        json.WriteStartObject();
        json.WriteString("type", "TextBlock");
        json.WriteString("text", $"{before}{{{{DATE({utc},SHORT)}}}} {{{{TIME({utc})}}}}");
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
