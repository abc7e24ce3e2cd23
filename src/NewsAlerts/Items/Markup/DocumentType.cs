namespace NewsAlerts.Items.Markup;

/// <summary>
/// The document type declaration. Nothing of it is processed but internal entities with a literal value, which a few
/// feeds use as abbreviations; external ones are never fetched.
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
                return null;
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
                return null;
            }

            var value = subset.Slice(1, valueEnd);
            subset = subset[(valueEnd + 2)..];
            if (RefersToEntity(value))
            {
                return "a document whose document type builds entities from other entities";
            }

            source.Declare(name.ToString(), source.Decode(value));
        }
    }

    private static bool RefersToEntity(ReadOnlySpan<char> value)
    {
        for (var at = value.IndexOf('&'); at >= 0; at = value.IndexOf('&'))
        {
            value = value[(at + 1)..];
            if (value.Length > 0 && TagEnds.StartsName(value[0]) && value.Contains(';'))
            {
                return true;
            }
        }

        return false;
    }
}
