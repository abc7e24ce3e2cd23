using System.Text.Json;
using NewsAlerts.Messages;

namespace NewsAlerts.Channels.Teams;

/// <summary>A notice as Teams gets it.</summary>
internal static class TeamsNotice
{
    private const int MostEntries = 50;

    /// <summary>The body.</summary>
    public static byte[] Body(Notice notice) =>
        Body(Fit.Notice(notice, MostEntries, text => Body(text).Length < TeamsCard.MostBytes));

    private static byte[] Body(NoticeText text) => TeamsCard.Body(json =>
    {
        TeamsCard.WriteLine(json, text.Title, "Large");
        foreach (var paragraph in text.Paragraphs)
        {
            TeamsCard.WriteRuns(json, [new TextRun(paragraph, Lit: false)], "Default", subtle: false);
        }

        if (text.Link is { } link)
        {
            TeamsCard.WriteRuns(json, [new TextRun(text.Action, Lit: true)], "Medium", subtle: false, link);
        }

        foreach (var entry in text.Entries)
        {
            WriteEntry(json, entry);
        }

        TeamsCard.WriteLine(json, text.Closing, "Default");
        if (text.Why.Length > 0)
        {
            TeamsCard.WriteRuns(json, [new TextRun(text.Why, Lit: false)], "Small", subtle: true);
        }
    });

    private static void WriteEntry(Utf8JsonWriter json, NoticeEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("type", "Container");
        json.WriteBoolean("separator", true);
        json.WriteStartArray("items");
        TeamsCard.WriteRuns(json, [new TextRun(entry.Name, Lit: true)], "Default", subtle: false);
        if (entry.Text.Length > 0)
        {
            TeamsCard.WriteRuns(json, [new TextRun(entry.Text, Lit: false)], "Default", subtle: false);
        }

        TeamsCard.WriteTime(json, entry.Since, "since ");
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
