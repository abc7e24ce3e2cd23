using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace NewsAlerts.Channels.Email;

/// <summary>
/// What every email's HTML part stands in: one column, light and dark, no images. Styles that matter stand on the elements,
/// since many mail programs drop a style sheet; the sheet adds what only it can say, the dark colours.
/// </summary>
internal static class EmailFrame
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The document.</summary>
    /// <param name="language">The language of all that is not a feed's (BCP 47).</param>
    /// <param name="title">What it is about, as text.</param>
    /// <param name="rows">The rows of its column, as HTML, each on lines of its own.</param>
    public static string Of(string language, string title, string rows) => $$"""
        <!DOCTYPE html>
        <html lang="{{Encode(language)}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>{{Encode(title)}}</title>
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
        .button { background: #8fb8ff !important; color: #10233f !important; }
        }
        </style>
        </head>
        <body class="page" style="margin:0;padding:0;background:#f2f3f5">
        <table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f2f3f5">
        <tr><td align="center" style="padding:16px 10px">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:620px;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;text-align:start">
        {{rows}}</table>
        </td></tr>
        </table>
        </body>
        </html>

        """.ReplaceLineEndings("\r\n");

    /// <summary>A row that is a heading; none where there is no text.</summary>
    public static string Heading(string? text, int size) => text is null ? "" : $"""
        <tr><td dir="auto" class="plain" style="padding:6px 8px 10px;overflow-wrap:anywhere;word-break:break-word;font-size:{size}px;line-height:1.4;font-weight:600;color:#14171a">{Encode(text)}</td></tr>

        """;

    /// <summary>A row of small print at the end.</summary>
    /// <param name="html">What it says, as HTML.</param>
    public static string Foot(string html) => $"""
        <tr><td class="quiet" style="padding:6px 8px 14px;overflow-wrap:anywhere;word-break:break-word;font-size:12px;line-height:18px;color:#5f6773">
        {html}
        </td></tr>

        """;

    /// <summary>A row that is a card, which stands out from the page.</summary>
    /// <param name="html">What is in it, as HTML.</param>
    public static string Card(string html) => $"""
        <tr><td style="padding:0 0 12px">
        <table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#ffffff;border:1px solid #dfe2e6;border-radius:10px;border-collapse:separate">
        <tr><td style="padding:16px 18px;overflow-wrap:anywhere;word-break:break-word">
        {html}</td></tr>
        </table>
        </td></tr>

        """;

    /// <summary>A text as HTML that shows it.</summary>
    public static string Encode(string text) => Encoder.Encode(text);
}
