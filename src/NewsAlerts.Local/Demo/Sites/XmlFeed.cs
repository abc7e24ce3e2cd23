using System.Text;
using System.Xml;

namespace NewsAlerts.Local.Demo.Sites;

/// <summary>What the XML formats share.</summary>
internal static class XmlFeed
{
    /// <summary>Writes a document that declares its encoding and keeps to it.</summary>
    public static byte[] Write(Encoding encoding, Action<XmlWriter> write)
    {
        using var document = new MemoryStream();
        using (var xml = XmlWriter.Create(document, new XmlWriterSettings { Encoding = encoding, Indent = true }))
        {
            write(xml);
        }

        return document.ToArray();
    }
}
