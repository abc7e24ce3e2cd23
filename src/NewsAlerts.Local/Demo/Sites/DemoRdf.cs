using System.Xml;

namespace NewsAlerts.Local.Demo.Sites;

/// <summary>RSS 1.0: RDF, with the Dublin Core module for times and subjects.</summary>
internal sealed class DemoRdf : IDemoFormat
{
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private const string Rss = "http://purl.org/rss/1.0/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public string Name => "RSS 1.0";

    public string MediaType => "application/rdf+xml";

    public byte[] Write(FrontPage page) => XmlFeed.Write(page.Site.GetEncoding(), xml =>
    {
        xml.WriteStartElement("rdf", "RDF", Rdf);
        xml.WriteAttributeString("xmlns", Rss);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        WriteChannel(xml, page);
        foreach (var article in page.Articles)
        {
            WriteItem(xml, article, page.LinkOf(article));
        }

        xml.WriteEndElement();
    });

    private static void WriteChannel(XmlWriter xml, FrontPage page)
    {
        xml.WriteStartElement("channel", Rss);
        xml.WriteAttributeString("about", Rdf, page.Link);
        xml.WriteElementString("title", Rss, page.Site.Title);
        xml.WriteElementString("link", Rss, page.Link);
        xml.WriteElementString("description", Rss, page.Site.Description);
        xml.WriteElementString("language", DublinCore, page.Site.Language);
        xml.WriteStartElement("items", Rss);
        xml.WriteStartElement("Seq", Rdf);
        foreach (var article in page.Articles)
        {
            xml.WriteStartElement("li", Rdf);
            xml.WriteAttributeString("resource", Rdf, page.LinkOf(article));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteItem(XmlWriter xml, Article article, string link)
    {
        xml.WriteStartElement("item", Rss);
        xml.WriteAttributeString("about", Rdf, link);
        xml.WriteElementString("title", Rss, article.Title);
        xml.WriteElementString("link", Rss, link);
        xml.WriteElementString("description", Rss, article.Summary);
        xml.WriteElementString("subject", DublinCore, article.Category);
        xml.WriteElementString("date", DublinCore, XmlConvert.ToString(article.Published));
        xml.WriteEndElement();
    }
}
