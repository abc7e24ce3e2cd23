using System.Text;
using MimeKit;

namespace NewsAlerts.Tests.Support;

/// <summary>A mail as <see cref="LocalSmtpServer"/> received it.</summary>
/// <param name="From">The envelope's sender.</param>
/// <param name="Recipients">The envelope's recipients that were accepted.</param>
/// <param name="Data">The mail: headers, an empty line, the body; each byte as one character.</param>
internal sealed record ReceivedMail(string From, IReadOnlyList<string> Recipients, string Data)
{
    private readonly MimeMessage _message = MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(Data)));

    /// <summary>The names of the headers, in order, with those of the body.</summary>
    public IReadOnlyList<string> HeaderNames => [.. Headers.Select(header => header.Field)];

    /// <summary>How each part of the body is encoded.</summary>
    public IReadOnlyList<ContentEncoding> Encodings => [.. _message.BodyParts.OfType<MimePart>().Select(part => part.ContentTransferEncoding)];

    private IEnumerable<Header> Headers => _message.Headers.Concat(_message.Body?.Headers ?? []);

    /// <summary>A header that must occur once, unfolded and decoded.</summary>
    public string Header(string name) =>
        Headers.Single(header => header.Field.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The text of the part with a media type, which must be right UTF-8.</summary>
    public string Part(string mediaType)
    {
        var part = _message.BodyParts.OfType<TextPart>().Single(text => text.ContentType.MimeType == mediaType);
        using var content = new MemoryStream();
        part.Content?.DecodeTo(content);
        return new UTF8Encoding(false, true).GetString(content.ToArray());
    }
}
