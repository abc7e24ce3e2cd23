namespace NewsAlerts.Feeds.Markup;

/// <summary>Reads the attributes of a start tag, and the namespaces that they declare.</summary>
internal static class MarkupAttributes
{
    private const int MaxAttributes = 256;

    public static IReadOnlyList<MarkupAttribute> Read(
        ReadOnlySpan<char> text, int start, int end, NamespaceScope scope, int depth, ref bool malformed)
    {
        if (!text[start..end].ContainsAnyExcept(MarkupCharacters.Between))
        {
            return [];
        }

        // Declarations first: they hold for the names of their own element, too.
        var attributes = new List<(int NameStart, int NameEnd, int ValueStart, int ValueEnd)>();
        for (var at = start; attributes.Count < MaxAttributes && Next(text, ref at, end, ref malformed) is { } attribute;)
        {
            var name = text[attribute.NameStart..attribute.NameEnd];
            if (name.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase) && (name.Length == 5 || name[5] == ':'))
            {
                var value = text[attribute.ValueStart..attribute.ValueEnd];
                scope.Declare(depth, name.Length == 5 ? default : name[6..], value);
            }
            else
            {
                attributes.Add(attribute);
            }
        }

        var resolved = new MarkupAttribute[attributes.Count];
        for (var i = 0; i < resolved.Length; i++)
        {
            var (nameStart, nameEnd, valueStart, valueEnd) = attributes[i];
            resolved[i] = new MarkupAttribute(
                scope.Attribute(text[nameStart..nameEnd]), valueStart, valueEnd - valueStart);
        }

        return resolved;
    }

    private static (int NameStart, int NameEnd, int ValueStart, int ValueEnd)? Next(
        ReadOnlySpan<char> text, ref int at, int end, ref bool malformed)
    {
        at = Skip(text, at, end);
        if (at >= end)
        {
            return null;
        }

        var nameStart = at;
        var length = text[at..end].IndexOfAny(MarkupCharacters.AttributeNameEnd);
        var nameEnd = length < 0 ? end : at + Math.Max(length, 1);
        at = Skip(text, nameEnd, end);
        if (at >= end || text[at] != '=')
        {
            malformed = true;
            return (nameStart, nameEnd, nameEnd, nameEnd);
        }

        at = Skip(text, at + 1, end);
        if (at < end && text[at] is '"' or '\'')
        {
            var valueStart = at + 1;
            var quoted = text[valueStart..end].IndexOf(text[at]);
            var valueEnd = quoted < 0 ? end : valueStart + quoted;
            at = Math.Min(valueEnd + 1, end);
            return (nameStart, nameEnd, valueStart, valueEnd);
        }

        malformed = true;
        var bareStart = Math.Min(at, end);
        var bare = text[bareStart..end].IndexOfAny(MarkupCharacters.BareValueEnd);
        at = bare < 0 ? end : bareStart + bare;
        return (nameStart, nameEnd, bareStart, at);
    }

    private static int Skip(ReadOnlySpan<char> text, int at, int end)
    {
        var found = text[at..end].IndexOfAnyExcept(MarkupCharacters.Between);
        return found < 0 ? end : at + found;
    }
}
