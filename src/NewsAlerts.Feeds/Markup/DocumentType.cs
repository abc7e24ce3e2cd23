namespace NewsAlerts.Feeds.Markup;

/// <summary>
/// The document type declaration. Nothing of it is processed but internal entities, which a few feeds use as
/// abbreviations; external ones are never fetched.
/// </summary>
internal static class DocumentType
{
    private const int MaxEntities = 256;

    /// <summary>Declares the entities of an internal subset; why the document is refused, where it must be.</summary>
    public static string? Declare(ReadOnlySpan<char> declaration, MarkupSource source)
    {
        var start = declaration.IndexOf('[');
        if (start < 0)
        {
            return null;
        }

        var subset = declaration[(start + 1)..];
        for (var entities = 0; ; entities++)
        {
            var found = subset.IndexOf("<!ENTITY");
            if (found < 0)
            {
                return source.ResolveEntities();
            }

            if (entities == MaxEntities)
            {
                return $"a document whose document type declares more than {MaxEntities} entities";
            }

            subset = subset[(found + 8)..].TrimStart();
            var nameEnd = subset.IndexOfAny(" \t\r\n");
            if (nameEnd <= 0)
            {
                continue;
            }

            var name = subset[..nameEnd];
            subset = subset[nameEnd..].TrimStart();
            if (name is "%" || subset.IsEmpty || subset[0] is not ('"' or '\''))
            {
                continue;
            }

            var valueEnd = subset[1..].IndexOf(subset[0]);
            if (valueEnd < 0)
            {
                return source.ResolveEntities();
            }

            source.Declare(name.ToString(), subset.Slice(1, valueEnd));
            subset = subset[(valueEnd + 2)..];
        }
    }
}
