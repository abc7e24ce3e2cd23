using System.Text.Json;
using NewsAlerts.Feeds;
using NewsAlerts.Feeds.Text;
using NewsAlerts.Rules;

namespace NewsAlerts.Local.Commands.Match;

/// <summary>A line of items.</summary>
/// <param name="Id">Its id as JSON: a number, a string, or null where absent.</param>
/// <param name="Text">What queries look at.</param>
/// <param name="Feed">The name or address of its feed; null where not stated.</param>
/// <param name="About">Feed, author, time and link, as far as stated.</param>
internal sealed record MatchItem(string Id, ItemText Text, string? Feed, IReadOnlyList<string> About)
{
    /// <summary>Reads a line; null with a reason where it is no item.</summary>
    public static MatchItem? Read(string line, out string reason)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                reason = $"an item is a JSON object, not {root.ValueKind}";
                return null;
            }

            reason = "";
            var id = root.TryGetProperty("id", out var value) ? value.GetRawText() : "null";
            var text = new ItemText(TextOf(root, "title"), TextOf(root, "summary"), TextOf(root, "body") ?? TextOf(root, "content"));
            var feed = TextOf(root, "feed");
            var authors = TextsOf(root, "author").Select(name => PlainText.OfTitle(name)).OfType<string>().ToList();
            var link = TextOf(root, "link");
            text = text with
            {
                About = new ItemAbout
                {
                    Authors = authors,
                    FeedLabels = feed is null ? [] : [feed],
                    Link = link is null ? null : Redirectors.TargetOf(link),
                    Categories = TextsOf(root, "category"),
                    Language = TextOf(root, "language"),
                },
            };
            string?[] about = [feed, .. authors, TextOf(root, "published"), link];
            return new(id, text, feed, [.. about.OfType<string>()]);
        }
        catch (JsonException exception)
        {
            reason = Plain(exception);
        }
        catch (InvalidOperationException exception)
        {
            // Half of a surrogate pair, written as an escape.
            reason = exception.Message;
        }

        return null;
    }

    // The position in the line is of use, the number of the line is not: there is only one.
    private static string Plain(JsonException exception) => exception.BytePositionInLine is { } position
        ? $"this is not JSON, from byte {position + 1} on"
        : exception.Message;

    // One text, or a list of them.
    private static List<string> TextsOf(JsonElement item, string name)
    {
        var isList = item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array;
        return isList
            ? [.. value.EnumerateArray().Select(text => StringOf(text, name))]
            : TextOf(item, name) is { } one ? [one] : [];
    }

    private static string? TextOf(JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return StringOf(value, name);
    }

    private static string StringOf(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } text
            ? text
            : throw new JsonException($"{name} is a string, not {value.ValueKind}");
}
