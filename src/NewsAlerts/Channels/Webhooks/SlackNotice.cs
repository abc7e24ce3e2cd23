using System.Text.Json;
using NewsAlerts.Alerts;

namespace NewsAlerts.Channels.Webhooks;

/// <summary>A notice as Slack gets it.</summary>
internal static class SlackNotice
{
    private const int BlocksAnEntry = 2;
    private const int OtherBlocks = 4;

    /// <summary>The body.</summary>
    public static byte[] Body(Notice notice) => Body(Fit.Notice(
        notice, (SlackBlocks.Most - OtherBlocks) / BlocksAnEntry, text => Body(text).Length <= SlackBlocks.MostCharacters));

    private static byte[] Body(NoticeText text) => JsonBody.Write(json =>
    {
        json.WriteString("text", SlackBlocks.Escape(text.Title));
        json.WriteBoolean("unfurl_links", false);
        json.WriteBoolean("unfurl_media", false);
        json.WriteStartArray("blocks");
        SlackBlocks.WriteHeader(json, text.Title);
        WriteParagraphs(json, text);
        foreach (var entry in text.Entries)
        {
            WriteEntry(json, entry);
        }

        SlackBlocks.WriteHeader(json, text.Closing);
        if (text.Why.Length > 0)
        {
            WriteContext(json, () => SlackBlocks.WritePlain(json, text.Why));
        }

        json.WriteEndArray();
    });

    private static void WriteParagraphs(Utf8JsonWriter json, NoticeText text)
    {
        if (text.Paragraphs.Count == 0 && text.Link is null)
        {
            return;
        }

        WriteLines(json, () =>
        {
            foreach (var paragraph in text.Paragraphs)
            {
                SlackBlocks.WriteSection(json, [new TextRun(paragraph, Lit: false)], link: null);
            }

            if (text.Link is { } link)
            {
                SlackBlocks.WriteSection(json, [new TextRun(text.Action, Lit: true)], link);
            }
        });
    }

    private static void WriteEntry(Utf8JsonWriter json, NoticeEntry entry)
    {
        WriteLines(json, () =>
        {
            SlackBlocks.WriteSection(json, [new TextRun(entry.Name, Lit: true)], link: null);
            if (entry.Text.Length > 0)
            {
                SlackBlocks.WriteSection(json, [new TextRun(entry.Text, Lit: false)], link: null);
            }
        });
        WriteContext(json, () => SlackBlocks.WriteTime(json, entry.Since, "since "));
    }

    private static void WriteLines(Utf8JsonWriter json, Action write) => WriteBlock(json, "rich_text", write);

    private static void WriteContext(Utf8JsonWriter json, Action write) => WriteBlock(json, "context", write);

    private static void WriteBlock(Utf8JsonWriter json, string type, Action writeElements)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteStartArray("elements");
        writeElements();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
