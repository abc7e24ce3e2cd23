namespace NewsAlerts.Feeds.Text;

/// <summary>A document's text.</summary>
/// <param name="Text">The text, without a byte order mark.</param>
/// <param name="Encoding">The name of the encoding that it was read in.</param>
/// <param name="IsMistaken">Whether the document or its server named another encoding, or bytes that it does not have.</param>
public sealed record DecodedDocument(string Text, string Encoding, bool IsMistaken);
