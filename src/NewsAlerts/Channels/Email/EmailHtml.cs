using NewsAlerts.Alerts;

namespace NewsAlerts.Channels.Email;

/// <summary>The HTML part of an email that tells alerts: a card for each.</summary>
internal static class EmailHtml
{
    private const string Mark = """<span class="mark" style="background:#ffe9a8;color:#1a1a1a;border-radius:2px;padding:1px 0">""";

    /// <summary>The document.</summary>
    public static string Of(EmailText email) => EmailFrame.Of(email.Language.Tag, email.Message.Subject, string.Concat(
        EmailFrame.Heading(email.Message.Title, 21),
        string.Concat(email.Message.Alerts.Select(alert => EmailFrame.Heading(alert.Heading, 16) + Row(email, alert))),
        EmailFrame.Heading(email.Message.Closing, 16),
        EmailFrame.Foot(email.Reason($"<bdi>{Encode(CleanText.Of(email.Destination.Name))}</bdi>") + EmailLinks.Html(email.Delivery.Links, email.Language))));

    private static string Row(EmailText email, AlertText alert) => EmailFrame.Card($"""
        <div class="quiet" style="font-size:13px;line-height:18px;color:#5f6773"><bdi>{Encode(alert.Source)}</bdi> &middot; {Time(email, alert)}</div>
        <div dir="auto"{Lang(alert)} style="margin:4px 0 0;font-size:19px;line-height:26px;font-weight:600">{Title(alert)}</div>
        {Snippet(alert)}<div class="quiet" style="margin:10px 0 0;font-size:13px;line-height:18px;color:#5f6773">{Encode(email.RulesLabel)}</div>
        {string.Concat(alert.RuleLines().Select(Rule))}
        """);

    private static string Title(AlertText alert)
    {
        var title = alert.Title.Render(Encode, Mark, "</span>");
        return alert.Link is { } link
            ? $"""<a href="{Encode(link.AbsoluteUri)}" class="title" style="color:#0b4fb3;text-decoration:none">{title}</a>"""
            : $"""<span class="plain" style="color:#14171a">{title}</span>""";
    }

    private static string Snippet(AlertText alert) => alert.Snippet.Text.Length == 0 ? "" : $"""
        <div dir="auto"{Lang(alert)} class="text" style="margin:6px 0 10px;font-size:16px;line-height:24px;color:#2b3036">{alert.Snippet.Render(Encode, Mark, "</span>")}</div>

        """;

    private static string Lang(AlertText alert) => alert.ItemLanguage is { } tag ? $" lang=\"{Encode(tag)}\"" : "";

    private static string Rule(string line) => $"""
        <div style="margin:4px 0 0"><span dir="auto" class="rule" style="display:inline-block;padding:2px 8px;border-radius:6px;background:#eef0f3;color:#454c56;font-size:13px;line-height:19px">{Encode(line)}</span></div>

        """;

    private static string Time(EmailText email, AlertText alert) =>
        $"""<span style="white-space:nowrap">{Encode(email.TimeOf(alert))}</span> <span style="white-space:nowrap">({Encode(email.AgeOf(alert))})</span>""";

    private static string Encode(string text) => EmailFrame.Encode(text);
}
