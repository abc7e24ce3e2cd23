using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace NewsAlerts.Local.Demo.Sites;

/// <summary>The page that a link in an alert leads to.</summary>
internal static class ArticlePage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The page, in HTML.</summary>
    public static string Of(Site site, Article article) => string.Create(CultureInfo.InvariantCulture, $$"""
        <!DOCTYPE html>
        <html lang="{{site.Language}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{Encoder.Encode(article.Title)}}</title>
        <style>:root { color-scheme: light dark } body { font: 18px/1.6 system-ui, sans-serif; max-width: 38rem; margin: 3rem auto; padding: 0 1rem }</style>
        </head>
        <body dir="auto">
        <p>{{Encoder.Encode(site.Title)}} &middot; {{Encoder.Encode(article.Category)}} &middot; <bdi>{{article.Published:d MMM yyyy, HH:mm}} UTC</bdi></p>
        <h1>{{Encoder.Encode(article.Title)}}</h1>
        <p>{{Encoder.Encode(article.Summary)}}</p>
        </body>
        </html>
        """);
}
