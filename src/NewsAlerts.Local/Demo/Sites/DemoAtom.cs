using System.Xml;

namespace NewsAlerts.Local.Demo.Sites;

/// <summary>Atom 1.0 (RFC 4287).</summary>
internal sealed class DemoAtom : IDemoFormat
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    public string Name => "Atom";

    public string MediaType => "application/atom+xml";

    public byte[] Write(FrontPage page) => XmlFeed.Write(page.Site.GetEncoding(), xml =>
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xml", "lang", null, page.Site.Language);
        xml.WriteElementString("title", Atom, page.Site.Title);
        xml.WriteElementString("subtitle", Atom, page.Site.Description);
        WriteLink(xml, page.Link);
        xml.WriteElementString("id", Atom, page.Link);
        xml.WriteElementString("updated", Atom, XmlConvert.ToString(page.Articles[0].Published));
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, page.Site.Title);
        xml.WriteEndElement();
        foreach (var article in page.Articles)
        {
            WriteEntry(xml, article, page.LinkOf(article));
        }

        xml.WriteEndElement();
    });

    private static void WriteEntry(XmlWriter xml, Article article, string link)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("title", Atom, article.Title);
        WriteLink(xml, link);
        xml.WriteElementString("id", Atom, link);
        xml.WriteElementString("published", Atom, XmlConvert.ToString(article.Published));
        xml.WriteElementString("updated", Atom, XmlConvert.ToString(article.Published));
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", article.Category);
        xml.WriteEndElement();
        xml.WriteElementString("summary", Atom, article.Summary);
        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string link)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("href", link);
        xml.WriteEndElement();
    }
}
