using System.Globalization;
using System.Text.Json;
using NewsAlerts.Channels.Posting;
using NewsAlerts.Messages;

namespace NewsAlerts.Channels.Slack;

/// <summary>
/// The blocks that messages to Slack are made of. Feed text goes only into elements that Slack takes literally
/// (<c>rich_text</c>'s and <c>plain_text</c>), never into mrkdwn: there is nothing to escape, and a bold word needs no
/// spaces around it, which Chinese and Japanese do not have.
/// </summary>
internal static class SlackBlocks
{
    /// <summary>The most blocks of a message.</summary>
    public const int Most = 50;

    /// <summary>The limit is about 13,000; ours counts the whole body, which is more than what Slack counts.</summary>
    public const int MostCharacters = 13_000;

    /// <summary>A message of blocks.</summary>
    /// <param name="text">What the notification says.</param>
    /// <param name="write">Writes the blocks.</param>
    public static byte[] Body(string text, Action<Utf8JsonWriter> write) => JsonBody.Write(json =>
    {
        json.WriteString("text", Escape(text));
        json.WriteBoolean("unfurl_links", false);
        json.WriteBoolean("unfurl_media", false);
        json.WriteStartArray("blocks");
        write(json);
        json.WriteEndArray();
    });

    /// <summary>A block of lines.</summary>
    public static void WriteLines(Utf8JsonWriter json, Action write) => WriteBlock(json, "rich_text", write);

    /// <summary>A block in small print.</summary>
    public static void WriteContext(Utf8JsonWriter json, Action write) => WriteBlock(json, "context", write);

    /// <summary>A heading; none where there is no text.</summary>
    public static void WriteHeader(Utf8JsonWriter json, string? text)
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

    /// <summary>A line of a <c>rich_text</c> block.</summary>
    public static void WriteSection(Utf8JsonWriter json, IEnumerable<TextRun> runs, Uri? link)
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

    /// <summary>A time in the reader's own time zone, and how long ago that is.</summary>
    /// <param name="json">Where it is written.</param>
    /// <param name="time">The time.</param>
    /// <param name="before">Our own words before it.</param>
    public static void WriteTime(Utf8JsonWriter json, DateTimeOffset time, string before)
    {
        json.WriteStartObject();
        json.WriteString("type", "mrkdwn");
        json.WriteString("text", string.Create(
            CultureInfo.InvariantCulture,
            $"{before}<!date^{time.ToUnixTimeSeconds()}^{{date_short_pretty}} {{time}} ({{ago}})|{time.UtcDateTime:yyyy-MM-dd HH:mm} UTC>"));
        json.WriteEndObject();
    }

    /// <summary>A text as it is.</summary>
    public static void WritePlain(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("type", "plain_text");
        json.WriteString("text", text);
        json.WriteBoolean("emoji", false);
        json.WriteEndObject();
    }

    private static void WriteBlock(Utf8JsonWriter json, string type, Action writeElements)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteStartArray("elements");
        writeElements();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // The notification's text is mrkdwn, where these three make links and mentions.
    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
