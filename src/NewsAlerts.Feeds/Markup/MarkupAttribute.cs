namespace NewsAlerts.Feeds.Markup;

/// <summary>An attribute, with its value still encoded at a place in the document's text.</summary>
internal readonly record struct MarkupAttribute(MarkupName Name, int ValueStart, int ValueLength);
