using System.Text.Json;

namespace NewsAlerts.Local.Demo.Sites;

/// <summary>JSON Feed 1.1 (jsonfeed.org), which is always UTF-8.</summary>
internal sealed class DemoJsonFeed : IDemoFormat
{
    public string Name => "JSON Feed";

    public string MediaType => "application/feed+json";

    public byte[] Write(FrontPage page)
    {
        using var document = new MemoryStream();
        using (var json = new Utf8JsonWriter(document, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", page.Site.Title);
            json.WriteString("home_page_url", page.Link);
            json.WriteString("description", page.Site.Description);
            json.WriteString("language", page.Site.Language);
            json.WriteStartArray("items");
            foreach (var article in page.Articles)
            {
                WriteItem(json, article, page.LinkOf(article));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return document.ToArray();
    }

    private static void WriteItem(Utf8JsonWriter json, Article article, string link)
    {
        json.WriteStartObject();
        json.WriteString("id", link);
        json.WriteString("url", link);
        json.WriteString("title", article.Title);
        json.WriteString("summary", article.Summary);
        json.WriteString("date_published", article.Published);
        json.WriteStartArray("tags");
        json.WriteStringValue(article.Category);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
