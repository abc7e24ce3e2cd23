using System.Globalization;
using NewsAlerts.Channels.Posting;
using NewsAlerts.Messages;

namespace NewsAlerts.Channels.Discord;

/// <summary>A notice as Discord gets it: one embed, a field for each entry. Its title leads where its action does.</summary>
internal static class DiscordNotice
{
    private const int MostFields = 25;
    private const int NameLimit = 256;
    private const int ValueLimit = 1_024;
    private const int DescriptionLimit = 4_096;

    /// <summary>The body.</summary>
    public static byte[] Body(Notice notice)
    {
        var embed = Embed.Of(Fit.Notice(notice, MostFields, text => Embed.Of(text).Fits));
        return JsonBody.Write(json =>
        {
            DiscordChannel.WriteNoMentions(json);
            json.WriteObjects("embeds", [embed], (_, _) =>
            {
                json.WriteString("title", embed.Title);
                if (embed.Link is { } link)
                {
                    json.WriteString("url", link.AbsoluteUri);
                }

                if (embed.Description.Length > 0)
                {
                    json.WriteString("description", embed.Description);
                }

                json.WriteString("timestamp", notice.At.UtcDateTime);
                json.WriteObjects("fields", embed.Fields, (_, field) =>
                {
                    json.WriteString("name", field.Name);
                    json.WriteString("value", field.Value);
                });
                if (embed.Footer.Length > 0)
                {
                    json.WriteStartObject("footer");
                    json.WriteString("text", embed.Footer);
                    json.WriteEndObject();
                }
            });
        });
    }

    private sealed record Field(string Name, string Value)
    {
        public int Length => Name.Length + Value.Length;

        public static Field Of(NoticeEntry entry)
        {
            var since = string.Create(CultureInfo.InvariantCulture, $"since <t:{entry.Since.ToUnixTimeSeconds()}:f>");
            var text = DiscordMarkdown.Escape(entry.Text, ValueLimit - since.Length - 1);
            return new Field(
                DiscordMarkdown.Escape(entry.Name, NameLimit),
                text.Length > 0 ? $"{text}\n{since}" : since);
        }
    }

    /// <summary>The texts as sent. The footer is plain text; the others are markdown.</summary>
    private sealed record Embed(string Title, Uri? Link, string Description, IReadOnlyList<Field> Fields, string Footer)
    {
        public bool Fits =>
            Description.Length <= DescriptionLimit
            && Title.Length + Description.Length + Footer.Length + Fields.Sum(shown => shown.Length) <= DiscordChannel.MostCharacters;

        public static Embed Of(NoticeText text) => new(
            DiscordMarkdown.Escape(text.Title, DiscordChannel.TitleLimit),
            text.Link,
            string.Join("\n\n", text.Paragraphs.Append(text.Action).Where(line => line.Length > 0).Select(line => DiscordMarkdown.Escape(line))),
            [.. text.Entries.Select(Field.Of)],
            string.Join('\n', ((string?[])[text.Closing, text.Why]).Where(line => !string.IsNullOrEmpty(line))));
    }
}
