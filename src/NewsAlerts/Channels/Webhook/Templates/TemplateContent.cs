using System.Text.Encodings.Web;
using NewsAlerts.Http;

namespace NewsAlerts.Channels.Webhook.Templates;

/// <summary>What a template's body is, and so how a text is written into it.</summary>
internal sealed class TemplateContent
{
    private TemplateContent(Func<string, string> escape, bool isJson) => (Escape, IsJson) = (escape, isJson);

    /// <summary>Makes a feed's text a part of such a body, and nothing else.</summary>
    public Func<string, string> Escape { get; }

    /// <summary>Whether it must be JSON.</summary>
    public bool IsJson { get; }

    /// <summary>The content of a media type: what is neither JSON nor markup nor a form takes texts as they are.</summary>
    public static TemplateContent Of(string mediaType) => MediaType.Of(mediaType) switch
    {
        "application/json" => new(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode, isJson: true),
        var type when type.EndsWith("+json", StringComparison.Ordinal) => new(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode, isJson: true),
        "text/html" or "text/xml" or "application/xml" => new(HtmlEncoder.Default.Encode, isJson: false),
        var type when type.EndsWith("+xml", StringComparison.Ordinal) => new(HtmlEncoder.Default.Encode, isJson: false),
        "application/x-www-form-urlencoded" => new(Uri.EscapeDataString, isJson: false),
        _ => new(text => text, isJson: false),
    };
}
