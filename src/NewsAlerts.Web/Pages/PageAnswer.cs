using System.Text;

namespace NewsAlerts.Web.Pages;

/// <summary>The answer of one of our endpoints, for its host to send.</summary>
public sealed record PageAnswer
{
    private static readonly Dictionary<string, string> SafeHeaders = new()
    {
        // Pages have no scripts and load nothing; their forms lead to us alone, and nobody shows them in a frame.
        ["Content-Security-Policy"] =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        ["X-Content-Type-Options"] = "nosniff",

        // Addresses hold tokens: none may travel to another site, or stay in a cache. Without any referrer at all, browsers would
        // give the origin of our own forms as null (Fetch §3.2), as that of any other site.
        ["Referrer-Policy"] = "same-origin",
        ["Cache-Control"] = "no-store",
        ["X-Robots-Tag"] = "noindex",
    };

    private PageAnswer(int status, string? contentType, string text)
    {
        (Status, ContentType, Body) = (status, contentType, Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The status (RFC 9110 §15).</summary>
    public int Status { get; }

    /// <summary>The media type of the body; null where there is none.</summary>
    public string? ContentType { get; }

    /// <summary>The body.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The headers beside the content type: those that every answer has, so that it can do no harm, and its own.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = SafeHeaders;

    /// <summary>No address of ours.</summary>
    public static PageAnswer NothingHere => Text(404, "There is nothing here.\n");

    /// <summary>Leads to another address, which is then asked by GET (RFC 9110 §15.4.4).</summary>
    public static PageAnswer SeeOther(string address) => Empty(303).With("Location", address);

    /// <summary>An answer without a body.</summary>
    public static PageAnswer Empty(int status) => new(status, null, "");

    /// <summary>A plain text.</summary>
    public static PageAnswer Text(int status, string text) => new(status, "text/plain; charset=utf-8", text);

    /// <summary>A page; whatever in it comes from elsewhere must be encoded already.</summary>
    public static PageAnswer Html(int status, string html) => new(status, "text/html; charset=utf-8", html);

    /// <summary>Another kind of text, in UTF-8.</summary>
    public static PageAnswer Of(int status, string mediaType, string text) => new(status, mediaType, text);

    /// <summary>The same answer with one header more.</summary>
    public PageAnswer With(string header, string value) =>
        this with { Headers = new Dictionary<string, string>(Headers) { [header] = value } };
}
