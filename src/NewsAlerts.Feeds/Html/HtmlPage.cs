using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsAlerts.Feeds.Text;

namespace NewsAlerts.Feeds.Html;

/// <summary>A web page, read as a browser reads it. Nothing in it is run or fetched.</summary>
public sealed partial class HtmlPage
{
    private const int MaxCharacters = 2_000_000;
    private const int MaxElements = 50_000;
    private const int MaxDepth = 256;
    private const int DepthIsCheckedEvery = 64;
    private const int DeclarationLength = 2048;

    private readonly Uri? _base;

    private HtmlPage(IHtmlDocument document, Uri? address)
    {
        Document = document;
        _base = document.QuerySelector("base[href]")?.GetAttribute("href") is { } href && Uri.TryCreate(address, href, out var written)
            ? written
            : address;
    }

    /// <summary>The page's elements.</summary>
    internal IHtmlDocument Document { get; }

    /// <summary>
    /// Reads a page; what follows its first two million characters is left out. Null where it has more elements, or deeper
    /// ones, than any page that people read.
    /// </summary>
    /// <param name="bytes">The page.</param>
    /// <param name="source">How it was served.</param>
    public static HtmlPage? Read(ReadOnlySpan<byte> bytes, FeedSource source)
    {
        var text = DocumentDecoder.Decode(bytes, ContentType(bytes, source.ContentType)).Text;
        var limits = new Limits();
        var parser = new HtmlParser(new HtmlParserOptions { OnCreated = (element, _) => limits.Check(element) });
        try
        {
            return new HtmlPage(parser.ParseDocument(text.Length > MaxCharacters ? text[..MaxCharacters] : text), source.Address);
        }
        catch (LimitExceededException)
        {
            return null;
        }
    }

    /// <summary>The feeds that the page links to: their addresses, in the order of the page.</summary>
    public IReadOnlyList<string> FeedLinks() =>
        [.. Document.QuerySelectorAll("link[rel~=alternate i][href]")
            .Where(link => FeedLinkType.Is(link.GetAttribute("type")))
            .Select(link => Uri.TryCreate(_base, link.GetAttribute("href")?.Trim(), out var address) ? address : null)
            .Where(address => address?.Scheme is "http" or "https")
            .Select(address => address?.AbsoluteUri)
            .OfType<string>()
            .Distinct()];

    // A page names its encoding in its head, where the server does not.
    private static string? ContentType(ReadOnlySpan<byte> bytes, string? served)
    {
        if (served?.Contains("charset", StringComparison.OrdinalIgnoreCase) == true)
        {
            return served;
        }

        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationLength)]);
        return Charset().Match(start) is { Success: true } match ? $"text/html; charset={match.Groups["name"].Value}" : served;
    }

    [GeneratedRegex(
        """<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*(?<name>[A-Za-z0-9_:.-]{1,40})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();

    /// <summary>
    /// Ends the reading of a page that is made to hurt. An element is created before it has its place: what is measured is
    /// the one before.
    /// </summary>
    private sealed class Limits
    {
        private IElement? _last;
        private int _count;

        public void Check(IElement element)
        {
            _count++;
            if (_count > MaxElements || (_count % DepthIsCheckedEvery == 0 && IsTooDeep(_last)))
            {
                throw new LimitExceededException();
            }

            _last = element;
        }

        private static bool IsTooDeep(INode? node)
        {
            var depth = 0;
            for (; node is not null && depth <= MaxDepth; node = node.Parent)
            {
                depth++;
            }

            return depth > MaxDepth;
        }
    }

    [SuppressMessage("Design", "CA1032", Justification = "Thrown and caught in this file alone.")]
    private sealed class LimitExceededException : Exception;
}
