using NewsAlerts.Yaml;

namespace NewsAlerts.Configuration.Editing;

/// <summary>Finds the comments below a place of a file that belong to what stands there, so that nothing is put between the two.</summary>
internal sealed class CommentLines(SourceText source)
{
    private enum LineKind
    {
        Blank,
        Comment,
        Other,
    }

    /// <summary>
    /// The end of the last comment line below a place that is indented by so much, with blank lines in between; the end of
    /// the place's own line where there is none.
    /// </summary>
    /// <param name="index">The place.</param>
    /// <param name="leastIndent">The characters of white space that a comment line begins with at least.</param>
    public int EndBelow(int index, int leastIndent)
    {
        var found = source.EndOfLine(index);
        foreach (var (kind, indent, end) in LinesBelow(found))
        {
            if (kind == LineKind.Other || (kind == LineKind.Comment && indent < leastIndent))
            {
                break;
            }

            found = kind == LineKind.Comment ? end : found;
        }

        return found;
    }

    /// <summary>
    /// The end of the comment lines directly below the end of a line; that end itself where there is none, and where a key
    /// follows them directly, since they are that key's.
    /// </summary>
    public int EndOfParagraph(int endOfLine)
    {
        var found = endOfLine;
        foreach (var (kind, _, end) in LinesBelow(endOfLine))
        {
            if (kind != LineKind.Comment)
            {
                return kind == LineKind.Blank ? found : endOfLine;
            }

            found = end;
        }

        return found;
    }

    private IEnumerable<(LineKind Kind, int Indent, int End)> LinesBelow(int endOfLine)
    {
        while (endOfLine < source.Text.Length)
        {
            var start = endOfLine + (source.Text.AsSpan(endOfLine).StartsWith("\r\n") ? 2 : 1);
            endOfLine = source.EndOfLine(start);
            var line = source.Text.AsSpan(start, endOfLine - start);
            var text = line.TrimStart();
            var kind = text.IsEmpty ? LineKind.Blank : text[0] == '#' ? LineKind.Comment : LineKind.Other;
            yield return (kind, line.Length - text.Length, endOfLine);
        }
    }
}
