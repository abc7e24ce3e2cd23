using System.Globalization;
using System.Xml;

namespace NewsAlerts.Local.Demo.Sites;

/// <summary>RSS 2.0.</summary>
internal sealed class DemoRss : IDemoFormat
{
    public string Name => "RSS 2.0";

    public string MediaType => "application/rss+xml";

    public byte[] Write(FrontPage page) => XmlFeed.Write(page.Site.GetEncoding(), xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", page.Site.Title);
        xml.WriteElementString("link", page.Link);
        xml.WriteElementString("description", page.Site.Description);
        xml.WriteElementString("language", page.Site.Language);
        foreach (var article in page.Articles)
        {
            WriteItem(xml, article, page.LinkOf(article));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void WriteItem(XmlWriter xml, Article article, string link)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", article.Title);
        xml.WriteElementString("link", link);
        xml.WriteElementString("guid", link);
        xml.WriteElementString("pubDate", article.Published.ToString("r", CultureInfo.InvariantCulture));
        xml.WriteElementString("category", article.Category);
        xml.WriteElementString("description", article.Summary);
        xml.WriteEndElement();
    }
}
