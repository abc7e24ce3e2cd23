using System.Globalization;
using NewsAlerts.Channels.Posting;
using NewsAlerts.Messages;

namespace NewsAlerts.Channels.Webhook;

/// <summary>
/// A notice as a generic webhook gets it: the type says what it is, and service.notice.schema.json describes it. A
/// destination's template is not asked: it knows alerts alone.
/// </summary>
internal static class NoticeBody
{
    private const int MostEntries = 100;

    /// <summary>The body; the same in every attempt.</summary>
    public static byte[] Of(string destination, Notice notice) => Write(
        destination,
        notice,
        Fit.Notice(notice, MostEntries, text => Write(destination, notice, text).Length < AlertMatchedBody.Limit));

    private static byte[] Write(string destination, Notice notice, NoticeText text) => JsonBody.Write(json =>
    {
        json.WriteString("type", notice.Type);
        json.WriteString("timestamp", Time(notice.At));
        json.WriteStartObject("data");
        json.WriteString("destination", CleanText.Of(destination));
        json.WriteString("title", text.Title);
        json.WriteStartArray("paragraphs");
        foreach (var paragraph in text.Paragraphs)
        {
            json.WriteStringValue(paragraph);
        }

        json.WriteEndArray();
        json.WriteObjects("entries", text.Entries, (_, entry) =>
        {
            json.WriteString("kind", entry.Kind);
            json.WriteString("name", entry.Name);
            json.WriteString("text", entry.Text);
            json.WriteString("since", Time(entry.Since));
        });
        json.WriteNumber("more", text.More);
        if (text.Link is { } link)
        {
            json.WriteStartObject("action");
            json.WriteString("text", text.Action);
            json.WriteString("url", link.AbsoluteUri);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    });

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString(AlertMatchedBody.TimeFormat, CultureInfo.InvariantCulture);
}
