using System.Globalization;
using System.Text.Json;
using NewsAlerts.Channels.Posting;
using NewsAlerts.Messages;

namespace NewsAlerts.Channels.Discord;

/// <summary>Tells a Discord webhook, one embed an alert. Nobody is ever mentioned.</summary>
internal sealed class DiscordChannel(WebhookSender sender) : IChannel
{
    private const int MostEmbeds = 10;

    /// <summary>The most characters of a message, in all its embeds.</summary>
    internal const int MostCharacters = 6_000;

    /// <summary>The most characters of an embed's title.</summary>
    internal const int TitleLimit = 256;

    private const int FooterLimit = 2_048;

    private static readonly TimeSpan LongestPace = TimeSpan.FromDays(1);

    /// <inheritdoc />
    public string Type => "discord";

    /// <inheritdoc />
    public bool IsForPeople => true;

    /// <inheritdoc />
    public int CountThatFits(Destination destination, IReadOnlyList<Alert> alerts, Digest? digest = null)
    {
        var message = MessageText.Of(alerts.Take(MostEmbeds), digest, destination.Texts);
        return Fit.Largest(message.Alerts.Count, count => Fits(Embed.Of(message.First(count))));
    }

    /// <inheritdoc />
    public Task<DeliveryResult> SendAsync(
        Destination destination, OutgoingMessage delivery, CancellationToken cancellationToken)
    {
        var message = WebhookMessage.To(destination, Body(destination, delivery));
        return sender.PostAsync(message with { Address = Waiting(message.Address), Pace = Pace }, cancellationToken);
    }

    /// <summary>
    /// Asks for the answer after the message is stored, not before, so that a refusal is seen; a thread's id and the
    /// like stay in the address.
    /// </summary>
    private static string? Waiting(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? new UriBuilder(uri) { Query = uri.Query.Length == 0 ? "wait=true" : $"{uri.Query}&wait=true" }.Uri.AbsoluteUri
            : address;

    private static bool Fits(List<Embed> embeds) =>
        embeds.Sum(embed => embed.Length) <= MostCharacters && embeds[^1].Footer.Length <= FooterLimit;

    private static byte[] Body(Destination destination, OutgoingMessage delivery) =>
        delivery.Notice is { } notice ? DiscordNotice.Body(notice) : Body(MessageText.Of(delivery.Alerts, delivery.Digest, destination.Texts));

    private static byte[] Body(MessageText message) => JsonBody.Write(json =>
    {
        if (message.Title is { } title)
        {
            json.WriteString("content", DiscordMarkdown.Escape(message.Closing is { } closing ? $"{title}, {closing}" : title));
        }

        WriteNoMentions(json);
        json.WriteObjects("embeds", Embed.Of(message), (_, embed) =>
        {
            json.WriteString("title", embed.Title);
            if (embed.Link is not null)
            {
                json.WriteString("url", embed.Link.AbsoluteUri);
            }

            json.WriteString("description", embed.Description);
            json.WriteString("timestamp", embed.Time.UtcDateTime);
            json.WriteStartObject("author");
            json.WriteString("name", embed.Author);
            json.WriteEndObject();
            if (embed.Footer.Length > 0)
            {
                json.WriteStartObject("footer");
                json.WriteString("text", embed.Footer);
                json.WriteEndObject();
            }
        });
    });

    /// <summary>Lets nobody be mentioned, whatever the texts say.</summary>
    internal static void WriteNoMentions(Utf8JsonWriter json)
    {
        json.WriteStartObject("allowed_mentions");
        json.WriteStartArray("parse");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>
    /// Discord tells when its bucket is full again as decimal seconds: in a header (obeyed even on success, when nothing
    /// remains) and, when it limits, in the answer too.
    /// </summary>
    private static TimeSpan? Pace(HttpResponseMessage response, string answer)
    {
        var limited = (int)response.StatusCode == 429;
        var header = limited || Header(response, "X-RateLimit-Remaining") == "0"
            ? Seconds(Header(response, "X-RateLimit-Reset-After"))
            : null;
        var body = limited ? Seconds(RetryAfterOf(answer)) : null;
        return body > header || header is null ? body : header;
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.First() : null;

    private static string? RetryAfterOf(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("retry_after", out var value) ? value.ToString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(Math.Min(seconds, LongestPace.TotalSeconds))
            : null;

    /// <summary>
    /// The texts of an embed as sent: the rule stands above the title, where Discord has the author, and below the last embed
    /// the queries. Author and footer are plain text; title and description are markdown.
    /// </summary>
    private sealed record Embed(
        string Title, Uri? Link, string Description, DateTimeOffset Time, string Author, string Footer)
    {
        public int Length => Title.Length + Description.Length + Author.Length + Footer.Length;

        public static List<Embed> Of(MessageText message)
        {
            List<Embed> embeds = [.. message.Groups.SelectMany(group => group).Select(Of)];
            embeds[^1] = embeds[^1] with { Footer = string.Join('\n', message.Queries.Select(message.LineOf)) };
            return embeds;
        }

        private static Embed Of(AlertText alert) => new(
            DiscordMarkdown.Escape(alert.Title.Text, TitleLimit),
            alert.Link,
            string.Join('\n', Lines(alert).Where(line => line.Length > 0)),
            alert.Time,
            alert.RuleName,
            "");

        private static IEnumerable<string> Lines(AlertText alert) =>
        [
            alert.Snippet.Render(DiscordMarkdown.Escape, "**", "**"),
            DiscordMarkdown.Escape(alert.AlsoMatches(name => name) ?? ""),
            $"{Age(alert)} · {DiscordMarkdown.Escape(alert.Source)}",
        ];

        /// <summary>How long ago, as long as somebody looks at it; the embed's own time stamp says when.</summary>
        private static string Age(AlertText alert) =>
            string.Create(CultureInfo.InvariantCulture, $"<t:{alert.Time.ToUnixTimeSeconds()}:R>");
    }
}
