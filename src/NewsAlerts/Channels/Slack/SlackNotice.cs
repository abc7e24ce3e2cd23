using System.Text.Json;
using NewsAlerts.Messages;

namespace NewsAlerts.Channels.Slack;

/// <summary>A notice as Slack gets it.</summary>
internal static class SlackNotice
{
    private const int BlocksAnEntry = 2;
    private const int OtherBlocks = 4;

    /// <summary>The body.</summary>
    public static byte[] Body(Notice notice) => Body(Fit.Notice(
        notice, (SlackBlocks.Most - OtherBlocks) / BlocksAnEntry, text => Body(text).Length <= SlackBlocks.MostCharacters));

    private static byte[] Body(NoticeText text) => SlackBlocks.Body(text.Title, json =>
    {
        SlackBlocks.WriteHeader(json, text.Title);
        WriteParagraphs(json, text);
        foreach (var entry in text.Entries)
        {
            WriteEntry(json, entry);
        }

        SlackBlocks.WriteHeader(json, text.Closing);
        if (text.Why.Length > 0)
        {
            SlackBlocks.WriteContext(json, () => SlackBlocks.WritePlain(json, text.Why));
        }
    });

    private static void WriteParagraphs(Utf8JsonWriter json, NoticeText text)
    {
        if (text.Paragraphs.Count == 0 && text.Link is null)
        {
            return;
        }

        SlackBlocks.WriteLines(json, () =>
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
        SlackBlocks.WriteLines(json, () =>
        {
            SlackBlocks.WriteSection(json, [new TextRun(entry.Name, Lit: true)], link: null);
            if (entry.Text.Length > 0)
            {
                SlackBlocks.WriteSection(json, [new TextRun(entry.Text, Lit: false)], link: null);
            }
        });
        SlackBlocks.WriteContext(json, () => SlackBlocks.WriteTime(json, entry.Since, "since "));
    }
}
