using System.Text.Encodings.Web;
using System.Text.Unicode;
using NewsAlerts.Alerts;

namespace NewsAlerts.Channels.Email;

/// <summary>
/// The HTML part of an email: one column, light and dark, no images. Styles that matter stand on the elements, since
/// many mail programs drop a style sheet; the sheet adds what only it can say, the dark colours.
/// </summary>
internal static class EmailHtml
{
    private const string Mark = """<span class="mark" style="background:#ffe9a8;color:#1a1a1a;border-radius:2px;padding:1px 0">""";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The document.</summary>
    public static string Of(EmailText email) => $$"""
        <!DOCTYPE html>
        <html lang="{{email.Language.Tag}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>{{Encode(email.Message.Subject)}}</title>
        <style>
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        a:hover { text-decoration: underline !important; }
        @media (prefers-color-scheme: dark) {
        .page { background: #16181c !important; }
        .card { background: #1f2329 !important; border-color: #343a43 !important; }
        .title { color: #8fb8ff !important; }
        .plain, .text { color: #e3e6ea !important; }
        .quiet { color: #a2a9b4 !important; }
        .rule { background: #2b313a !important; color: #c6ccd5 !important; }
        .mark { background: #6b5310 !important; color: #fff3cf !important; }
        }
        </style>
        </head>
        <body class="page" style="margin:0;padding:0;background:#f2f3f5">
        <table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f2f3f5">
        <tr><td align="center" style="padding:16px 10px">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:620px;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;text-align:start">
        {{Heading(email.Message.Title, 21)}}{{string.Concat(email.Message.Alerts.Select(alert => Heading(alert.Heading, 16) + Row(email, alert)))}}{{Heading(email.Message.Closing, 16)}}<tr><td class="quiet" style="padding:6px 8px 14px;font-size:12px;line-height:18px;color:#5f6773">
        {{email.Reason($"<bdi>{Encode(CleanText.Of(email.Destination.Name))}</bdi>")}}{{Links(email)}}
        </td></tr>
        </table>
        </td></tr>
        </table>
        </body>
        </html>

        """.ReplaceLineEndings("\r\n");

    private static string Heading(string? text, int size) => text is null ? "" : $"""
        <tr><td dir="auto" class="plain" style="padding:6px 8px 10px;font-size:{size}px;line-height:1.4;font-weight:600;color:#14171a">{Encode(text)}</td></tr>

        """;

    private static string Row(EmailText email, AlertText alert) => $"""
        <tr><td style="padding:0 0 12px">
        <table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#ffffff;border:1px solid #dfe2e6;border-radius:10px;border-collapse:separate">
        <tr><td style="padding:16px 18px;overflow-wrap:anywhere;word-break:break-word">
        <div class="quiet" style="font-size:13px;line-height:18px;color:#5f6773"><bdi>{Encode(alert.Source)}</bdi> &middot; {Time(email, alert)}</div>
        <div dir="auto"{Lang(alert)} style="margin:4px 0 0;font-size:19px;line-height:26px;font-weight:600">{Title(alert)}</div>
        {Snippet(alert)}{string.Concat(alert.RuleLines().Select(Rule))}</td></tr>
        </table>
        </td></tr>

        """;

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
        <div style="margin:6px 0 0"><span dir="auto" class="rule" style="display:inline-block;padding:2px 8px;border-radius:6px;background:#eef0f3;color:#454c56;font-size:13px;line-height:19px">{Encode(line)}</span></div>

        """;

    private static string Time(EmailText email, AlertText alert) =>
        $"""<span style="white-space:nowrap">{Encode(email.TimeOf(alert))}</span> <span style="white-space:nowrap">({Encode(email.AgeOf(alert))})</span>""";

    private static string Links(EmailText email)
    {
        var links = string.Concat(email.Links.Select(link => $"""<a href="{Encode(link.Address.AbsoluteUri)}" class="quiet" style="display:inline-block;padding:6px 0;margin:0 18px 0 0;color:#5f6773;text-decoration:underline">{Encode(link.Text)}</a>"""));
        return links.Length == 0 ? "" : $"<div>{links}</div>";
    }

    private static string Encode(string text) => Encoder.Encode(text);
}
