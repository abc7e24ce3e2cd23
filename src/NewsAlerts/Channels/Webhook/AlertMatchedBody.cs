using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsAlerts.Channels.Posting;
using NewsAlerts.Messages;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Parsing;

namespace NewsAlerts.Channels.Webhook;

/// <summary>
/// The body of a generic webhook, type <c>alert.matched</c>, as alert.matched.schema.json describes it, or
/// <c>alert.digest</c>, as alert.digest.schema.json does. A receiver gets
/// the feed's texts as they are, so that the places of the matched words hold; only what is not Unicode is replaced.
/// </summary>
internal static class AlertMatchedBody
{
    /// <summary>Standard Webhooks: under 20 kB.</summary>
    public const int Limit = 20_000;

    /// <summary>ISO 8601 in UTC, always of one length, so that lengths add up.</summary>
    public const string TimeFormat = "yyyy-MM-ddTHH:mm:ss'Z'";

    private const int MostMatched = 50;

    /// <summary>Up to how long each text may be, tried in this order until an alert fits a message of its own.</summary>
    public static readonly int[] TextLimits = [20_000, 8_000, 4_000, 2_000, 1_000, 500, 250, 120, 60, 30];

    /// <summary>The body that tells the destination of the alerts; the same in every attempt.</summary>
    /// <param name="destination">The destination's name.</param>
    /// <param name="alerts">The alerts.</param>
    /// <param name="digest">What it says as a digest; null where it is none.</param>
    /// <param name="longest">The longest that any text may be, even where more would fit.</param>
    public static byte[] Of(string destination, IEnumerable<Alert> alerts, Digest? digest = null, int longest = Limit) =>
        Write(destination, digest, [
            .. alerts.Select(alert => Size(destination, digest, alert))
                .Select(sized => sized with { TextLimit = Math.Min(sized.TextLimit, longest) }),
        ]);

    /// <summary>How many of the first alerts a body carries; at least 1.</summary>
    public static int CountThatFits(string destination, IEnumerable<Alert> alerts, Digest? digest = null)
    {
        var empty = Write(destination, digest, []).Length;
        var length = empty;
        var count = 0;
        foreach (var alert in alerts)
        {
            var comma = count == 0 ? 0 : 1;
            length += comma + Size(destination, digest, alert).Length - empty;
            if (length >= Limit)
            {
                break;
            }

            count++;
        }

        return Math.Max(1, count);
    }

    /// <summary>How long the alert's texts may be for it to fit, and how long a body of its own is then.</summary>
    private static SizedAlert Size(string destination, Digest? digest, Alert alert) => TextLimits
        .Select(limit => new SizedAlert(alert, limit, Write(destination, digest, [new SizedAlert(alert, limit)]).Length))
        .First(sized => sized.Length < Limit || sized.TextLimit == TextLimits[^1]);

    private static byte[] Write(string destination, Digest? digest, IReadOnlyList<SizedAlert> alerts) => JsonBody.Write(json =>
    {
        var time = digest?.Until ?? alerts.Select(sized => sized.Alert.Seen).DefaultIfEmpty().Max();
        json.WriteString("type", digest is null ? "alert.matched" : "alert.digest");
        json.WriteString("timestamp", Text(time));
        json.WriteStartObject("data");
        json.WriteString("destination", WellFormed(destination));
        if (digest is not null)
        {
            json.WriteString("from", Text(digest.From));
            json.WriteString("until", Text(digest.Until));
            json.WriteNumber("part", digest.Part);
            json.WriteNumber("parts", digest.Parts);
        }

        json.WriteObjects("alerts", alerts, (_, sized) => WriteAlert(json, sized.Alert, sized.TextLimit));
        json.WriteEndObject();
    });

    private static void WriteAlert(Utf8JsonWriter json, Alert alert, int limit)
    {
        json.WriteString("id", alert.Id);
        json.WriteObjects("rules", alert.Rules.Take(MostEntries(limit)), (_, rule) =>
        {
            json.WriteString("name", Cut(rule.Name, limit));
            json.WriteString("when", Cut(rule.When, limit));
        });
        json.WriteStartObject("item");
        json.WriteString("id", WellFormed(alert.ItemId));
        json.WriteString("guid", WholeOrNone(alert.Item.Guid, limit));
        json.WriteString("title", CutOrNone(alert.Item.Title, limit));
        json.WriteString("link", WholeOrNone(alert.Item.Link, limit));
        json.WriteString("published", alert.Item.Published is { } published ? Text(published) : null);
        json.WriteStartArray("authors");
        foreach (var author in alert.Item.Authors.Take(MostEntries(limit)))
        {
            json.WriteStringValue(Cut(author, limit));
        }

        json.WriteEndArray();
        json.WriteString("summary", CutOrNone(alert.Item.Summary, limit));
        json.WriteEndObject();
        json.WriteStartObject("feed");
        json.WriteString("name", Cut(alert.Feed.Name, limit));
        json.WriteString("url", Cut(alert.Feed.Url, limit));
        json.WriteEndObject();
        json.WriteObjects("matched", Matched(alert, limit), (_, word) =>
        {
            json.WriteString("rule", Cut(word.Rule, limit));
            json.WriteString("field", QueryFields.NameOf(word.Field));
            json.WriteString("text", Cut(word.Text, limit));
            json.WriteNumber("start", word.Start);
            json.WriteNumber("length", word.Length);
        });
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>
    /// The words that are shown. Of very many, as a long article has, the first of each rule's words before the second
    /// ones, so that every rule is explained.
    /// </summary>
    private static IEnumerable<MatchedWord> Matched(Alert alert, int limit)
    {
        var most = Math.Min(MostMatched, MostEntries(limit));
        var words = alert.Matched.Where(word => Shown(alert, word, limit));
        return alert.Matched.Count <= most
            ? words
            : words
                .GroupBy(word => (word.Rule, word.Text))
                .SelectMany(same => same.Select((word, i) => (word, i)))
                .OrderBy(counted => counted.i)
                .Select(counted => counted.word)
                .Take(most);
    }

    /// <summary>A word of a text that is cut before it would point behind the text's end.</summary>
    private static bool Shown(Alert alert, MatchedWord word, int limit)
    {
        var text = word.Field switch
        {
            TextField.Title => alert.Item.Title,
            TextField.Summary => alert.Item.Summary,
            _ => null,
        };
        return text is null || text.Length <= limit || word.Start + word.Length <= Cut(text, limit).Length - 1;
    }

    private static int MostEntries(int limit) => Math.Max(4, limit / 8);

    private static string? CutOrNone(string? text, int limit) => text is null ? null : Cut(text, limit);

    private static string Cut(string text, int limit) => Graphemes.Cut(WellFormed(text), limit);

    /// <summary>A part of an identifier or an address would be another one.</summary>
    private static string? WholeOrNone(string? text, int limit) =>
        text is null || text.Length > limit * 4 ? null : WellFormed(text);

    /// <summary>The text with each lone surrogate replaced by U+FFFD, which keeps every place.</summary>
    private static string WellFormed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return text;
        }

        var runes = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            runes.Append(rune);
        }

        return runes.ToString();
    }

    private readonly record struct SizedAlert(Alert Alert, int TextLimit, int Length = 0);
}
