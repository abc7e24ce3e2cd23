using NewsAlerts.Messages;

namespace NewsAlerts.Channels.Email;

/// <summary>The HTML part of an email that tells alerts: a card for each, under its rule.</summary>
internal static class EmailHtml
{
    private const string Mark = """<span class="mark" style="background:#ffe9a8;color:#1a1a1a;border-radius:2px;padding:1px 0">""";

    /// <summary>The document.</summary>
    public static string Of(EmailText email) => EmailFrame.Of(email.Language.Tag, email.Message.Subject, string.Concat(
        EmailFrame.Heading(email.Message.Title, 21),
        string.Concat(email.Message.Groups.Select(group => Group(email, group))),
        EmailFrame.Heading(email.Message.Closing, 16),
        Queries(email.Message),
        EmailFrame.Foot(email.Reason(Isolated) + EmailLinks.Html(email.Delivery.Links, email.Language))));

    private static string Group(EmailText email, IGrouping<string, AlertText> group) =>
        EmailFrame.Heading(group.Key, 16) + string.Concat(group.Select(alert => Row(email, alert)));

    private static string Row(EmailText email, AlertText alert) => EmailFrame.Card($"""
        <div class="quiet" style="font-size:13px;line-height:18px;color:#5f6773">{Isolated(alert.Source)} &middot; <span style="white-space:nowrap">{Encode(email.TimeOf(alert))}</span></div>
        <div dir="auto"{Lang(alert)} style="margin:4px 0 0;font-size:19px;line-height:26px;font-weight:600">{Title(alert)}</div>
        {Snippet(alert)}{AlsoMatches(alert)}
        """);

    private static string Title(AlertText alert)
    {
        var title = alert.Title.Render(Encode, Mark, "</span>");
        return alert.Link is { } link
            ? $"""<a href="{Encode(link.AbsoluteUri)}" class="title" style="color:#0b4fb3;text-decoration:none">{title}</a>"""
            : $"""<span class="plain" style="color:#14171a">{title}</span>""";
    }

    private static string Snippet(AlertText alert) => alert.Snippet.Text.Length == 0 ? "" : $"""
        <div dir="auto"{Lang(alert)} class="text" style="margin:6px 0 0;font-size:16px;line-height:24px;color:#2b3036">{alert.Snippet.Render(Encode, Mark, "</span>")}</div>

        """;

    private static string Lang(AlertText alert) => alert.ItemLanguage is { } tag ? $" lang=\"{Encode(tag)}\"" : "";

    private static string AlsoMatches(AlertText alert) => alert.AlsoMatches(Isolated) is not { } also ? "" : $"""
        <div class="quiet" style="margin:10px 0 0;font-size:13px;line-height:18px;color:#5f6773">{also}</div>

        """;

    private static string Queries(MessageText message) => message.Queries.Count == 0 ? "" : $"""
        <tr><td style="padding:0 8px 6px;overflow-wrap:anywhere;word-break:break-word">
        {string.Concat(message.Queries.Select(query => Query(message, query)))}</td></tr>

        """;

    private static string Query(MessageText message, AlertRule query) => $"""
        <div style="margin:0 0 4px"><span class="rule" style="display:inline-block;padding:2px 8px;border-radius:6px;background:#e4e7eb;color:#454c56;font-size:13px;line-height:19px">{message.LineOf(new AlertRule(query.Name.Length == 0 ? "" : Isolated(query.Name), Isolated(query.When)))}</span></div>

        """;

    /// <summary>A text that may run the other way than what surrounds it.</summary>
    private static string Isolated(string text) => $"<bdi>{Encode(CleanText.Of(text))}</bdi>";

    private static string Encode(string text) => EmailFrame.Encode(text);
}
