using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using NewsAlerts.Feeds.Text;

namespace NewsAlerts.Configuration.Editing;

/// <summary>
/// Reads the lists of feeds that feed readers export (OPML 2.0, http://opml.org/spec2.opml). A document that is not
/// quite XML is repaired first; document types are never processed.
/// </summary>
internal static partial class OpmlReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreWhitespace = true,
    };

    /// <summary>The feeds of a document.</summary>
    public static OpmlResult Read(byte[] document)
    {
        var text = DocumentDecoder.Decode(document, contentType: null).Text.TrimStart();
        if (text.Length == 0)
        {
            return new OpmlResult([], "it is empty");
        }

        try
        {
            return Read(text);
        }
        catch (XmlException) when (text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
        {
            return new OpmlResult([], WhatItIs(text) ?? "it has a document type, which is not read");
        }
        catch (XmlException)
        {
            return ReadRepaired(text);
        }
    }

    private static OpmlResult ReadRepaired(string text)
    {
        try
        {
            return Read(NoXmlCharacter().Replace(UnknownEntity().Replace(text, Repair), ""));
        }
        catch (XmlException exception)
        {
            return new OpmlResult([], WhatItIs(text) ?? $"it is not XML: line {exception.LineNumber}, column {exception.LinePosition}");
        }
    }

    private static OpmlResult Read(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), Settings);
        reader.MoveToContent();
        if (!reader.LocalName.Equals("opml", StringComparison.OrdinalIgnoreCase))
        {
            return new OpmlResult([], WhatItIs(text) ?? $"its root element is '{reader.LocalName}', not 'opml'");
        }

        var found = new OpmlOutlines();
        while (reader.Read())
        {
            if (!reader.LocalName.Equals("outline", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (reader.NodeType == XmlNodeType.EndElement)
            {
                found.Close();
            }
            else if (reader.NodeType == XmlNodeType.Element)
            {
                var isEmpty = reader.IsEmptyElement;
                found.Open(AttributesOf(reader), isEmpty);
            }
        }

        return new OpmlResult(found.Feeds) { LeftOut = found.LeftOut };
    }

    private static Dictionary<string, string> AttributesOf(XmlReader reader)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (reader.MoveToNextAttribute())
        {
            attributes.TryAdd(reader.LocalName, reader.Value);
        }

        reader.MoveToElement();
        return attributes;
    }

    private static string? WhatItIs(string text) => Root().Match(text).Groups[1].Value.ToUpperInvariant() switch
    {
        "HTML" => "it is a web page, not an OPML file",
        "RSS" or "FEED" or "RDF" => "it is a feed, not a list of feeds",
        _ when text[0] != '<' => "it is not XML, let alone OPML",
        _ => null,
    };

    /// <summary>An entity of HTML becomes its character; an ampersand that starts none becomes one for XML.</summary>
    private static string Repair(Match match) =>
        WebUtility.HtmlDecode(match.Value) is var decoded && decoded != match.Value
            ? decoded
            : "&amp;" + match.Value[1..];

    [GeneratedRegex(@"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)(?:[A-Za-z][A-Za-z0-9]{1,31};)?")]
    private static partial Regex UnknownEntity();

    [GeneratedRegex(@"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&#(?:x0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F])|0*(?:[0-8]|1[1246-9]|2[0-9]|3[01]));")]
    private static partial Regex NoXmlCharacter();

    [GeneratedRegex(@"^(?:\s|<\?[^>]*>|<!--.*?-->|<!doctype[^>]*>)*<(?:\w+:)?(\w+)", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Root();
}
